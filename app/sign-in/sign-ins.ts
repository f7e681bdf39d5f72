import { join } from 'node:path';
import type { SalesforceClient } from '#app/sources/index.ts';
import type { ConnectionSettings, SignInRequest } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import { SalesforceApp, type SignedIn } from '#shared/sign-in.ts';
import { Desk, type DeskOptions, type SignInProject } from './desk.ts';
import { keptFile } from './kept-file.ts';
import type { PracticePlaces } from './party.ts';
import { salesforceParty } from './salesforce-party.ts';

/** The open project, as each side sees it. */
export interface SignInProjects {
  readonly salesforce: SignInProject;
  readonly practice: boolean;
}

export interface SignInsOptions extends Omit<DeskOptions, 'onNotice'> {
  /** The folder of the plain settings files. */
  readonly folder: string;
  /** Starts the practice company, when it is needed. */
  readonly practice: () => Promise<PracticePlaces>;
  readonly onNotice: (side: Side, message: string) => void;
}

/** What is done at either desk. */
type AnyDesk = Pick<Desk<never, never>, 'cancel' | 'paste' | 'signOut'>;

/** Signing in to the services, for the project that is open. */
export class SignIns {
  readonly #options: SignInsOptions;
  readonly #party: ReturnType<typeof salesforceParty>;
  readonly #salesforce: Desk<SalesforceApp, SalesforceClient>;
  #practice = false;

  constructor(options: SignInsOptions) {
    const { folder, practice } = options;
    this.#options = options;
    this.#party = salesforceParty(practice);
    this.#salesforce = new Desk(
      this.#party,
      keptFile(join(folder, 'salesforce-sign-ins.json'), SalesforceApp),
      { ...options, onNotice: (message) => options.onNotice('salesforce', message) },
    );
  }

  /** The client that the open project is signed in with; null when it is not. */
  get salesforce(): SalesforceClient | null {
    return this.#salesforce.client;
  }

  /** Who a side is signed in to; null when to nobody. */
  signedIn(side: Side): SignedIn | null {
    return side === 'salesforce' ? this.#salesforce.signedIn : null;
  }

  /** Looks for the sign-ins of a project; what this gives enters it, at once. */
  async ready(projects: SignInProjects): Promise<() => void> {
    const salesforce = await this.#salesforce.find(projects.salesforce);
    return () => {
      this.#practice = projects.practice;
      this.#salesforce.enter(projects.salesforce, salesforce);
    };
  }

  /** No project is open any more; what still waits is ended. */
  leave(): void {
    this.#practice = false;
    this.#salesforce.enter(null, null);
  }

  async settings(): Promise<ConnectionSettings> {
    const practice = this.#practice ? await this.#options.practice() : null;
    const desk = this.#salesforce;
    return {
      keeping: await this.#options.secrets.keeping(),
      salesforce: {
        app: desk.appOr(practice === null ? null : this.#party.practiceApp(practice)),
        signedIn: desk.signedIn,
        attempt: desk.attempt,
      },
    };
  }

  /** Begins a sign-in. Errors of {@link Desk.signIn}. */
  async signIn(request: SignInRequest): Promise<void> {
    await this.#salesforce.signIn(request.app);
  }

  /** The desk of one side. */
  desk(_side: Side): AnyDesk {
    return this.#salesforce;
  }
}
