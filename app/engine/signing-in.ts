import type { Project } from '#app/project/index.ts';
import { memorySecrets, type SecretStore, type SignInProjects, SignIns } from '#app/sign-in/index.ts';
import type { ServiceOrigin, Side } from '#shared/datasets.ts';
import type { Handlers, Of } from './handlers.ts';
import { refuseOtherOrganisation } from './organisations.ts';
import type { Session } from './session.ts';

/** How a door lets a person sign in. */
export interface SignInOptions {
  readonly secrets: SecretStore;
  /** Opens an address in the person's browser; where absent, the screen shows it as a link. */
  readonly openAddress?: (address: string) => Promise<void>;
  /** How long a sign-in waits for the person in the browser (milliseconds). */
  readonly patience?: number;
}

const usualPatience = 10 * 60_000;

/** The sign-ins of a session, with what its door brings. */
export function signInsOf(session: Session): SignIns {
  const { home, signIn } = session.options;
  return new SignIns({
    folder: home.state,
    secrets: signIn?.secrets ?? memorySecrets(),
    patience: signIn?.patience ?? usualPatience,
    ...(signIn?.openAddress === undefined ? {} : { openAddress: signIn.openAddress }),
    practice: () => session.practice(),
    now: session.now,
    onChange: () => session.emit({ name: 'changed', payload: { what: 'connections' } }),
    onNotice: (side, message) => session.emit({ name: 'notice', payload: { side, message } }),
  });
}

/** An open project as signing in sees it: which organisations it belongs to, and what it refuses. */
export function signInProjectsOf(session: Session, project: Project, practice: boolean): SignInProjects {
  const sideOf = (side: Side) => {
    const origin = project.records.info(side)?.origin;
    return {
      path: project.path,
      organisationId: origin?.kind === 'service' ? origin.organisationId : null,
      accept(organisation: ServiceOrigin) {
        session.operations.refuseWhileBusy();
        refuseOtherOrganisation(project, side, organisation);
      },
    };
  };
  return { salesforce: sideOf('salesforce'), quickbooks: sideOf('quickbooks'), practice };
}

/** Signing in and out. Not while a long operation works over the connections. */
export function connectionHandlers(session: Session): Handlers<Of<'connections'>> {
  const { signIns } = session;
  return {
    'connections.settings': () => signIns.settings(),
    'connections.signIn': async (request) => {
      session.operations.refuseWhileBusy();
      await signIns.signIn(request);
      return {};
    },
    'connections.cancelSignIn': async ({ side }) => {
      await signIns.desk(side).cancel();
      return {};
    },
    'connections.pasteRedirect': ({ side, address }) => {
      signIns.desk(side).paste(address);
      return {};
    },
    'connections.signOut': async ({ side }) => {
      session.operations.refuseWhileBusy();
      return { revoked: await signIns.desk(side).signOut() };
    },
  };
}
