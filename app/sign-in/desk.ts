import type { ServiceOrigin } from '#shared/datasets.ts';
import { AppError, reportOf } from '#shared/errors.ts';
import type { SignedIn, SignInAttempt } from '#shared/sign-in.ts';
import { Clients, type ClientsOptions, type Entered, type NewClient } from './clients.ts';
import type { KeptFile, ProjectKey } from './kept-file.ts';
import type { AnyApp, Identifying, Party, PracticePlaces, Prepared } from './party.ts';
import { type Waiting, waitForAnswer } from './wait.ts';

/** The project that a sign-in is for. */
export interface SignInProject extends ProjectKey {
  /** Throws when the project cannot take this organisation now. */
  accept(organisation: ServiceOrigin): void;
}

/** What a desk needs of its surroundings. */
export interface DeskOptions extends ClientsOptions {
  /** The longest wait for the person in the browser (milliseconds). */
  readonly patience: number;
  /** Opens an address in the person's browser; where absent, the screen shows it as a link. */
  readonly openAddress?: (address: string) => Promise<void>;
  /** Something that the screen shows has changed. */
  readonly onChange: () => void;
}

/** How long before a sign-in ends for good the person is told (milliseconds): two weeks. */
const reminder = 14 * 24 * 3_600_000;

/** A sign-in that is under way. */
interface Running {
  readonly project: SignInProject;
  readonly controller: AbortController;
  readonly waiting: Waiting;
  over: Promise<void>;
}

/** Where a person signs in to one service, for the open project: one sign-in at a time. */
export class Desk<App extends AnyApp, Client extends Identifying> {
  readonly #party: Party<App, Client>;
  readonly #file: KeptFile<App>;
  readonly #options: DeskOptions;
  readonly #clients: Clients<App, Client>;
  #project: SignInProject | null = null;
  #entered: Entered<Client> | null = null;
  #attempt: SignInAttempt | null = null;
  /** What the last sign-in of this project was begun with, so that it need not be typed again when it failed. */
  #tried: { readonly app: App; readonly clientSecret: string | null } | null = null;
  #running: Running | null = null;

  constructor(party: Party<App, Client>, file: KeptFile<App>, options: DeskOptions) {
    this.#party = party;
    this.#file = file;
    this.#options = options;
    this.#clients = new Clients(party, file, options);
  }

  /** The client that the open project is signed in with; null when there is none. */
  get client(): Client | null {
    return this.#entered?.client ?? null;
  }

  get signedIn(): SignedIn | null {
    if (this.#entered === null) return null;
    const { organisation, since } = this.#entered;
    const by = this.#clients.reconnectBy(organisation.organisationId);
    const due = by !== null && by.getTime() - this.#options.now().getTime() < reminder;
    return { organisation, since, reconnectBy: by?.toISOString() ?? null, due };
  }

  /** The sign-in that is under way, or how the last one failed; null when there is nothing to tell. */
  get attempt(): SignInAttempt | null {
    return this.#attempt;
  }

  /**
   * What the form begins with: what was tried before, else the project's own app, else the practice company's in its
   * project, else the last one.
   */
  appFor(practice: PracticePlaces | null): App {
    if (this.#tried !== null) return this.#tried.app;
    const kept = this.#project === null ? null : this.#file.find(this.#project);
    if (kept !== null) return kept.app;
    return practice === null ? (this.#file.app() ?? this.#party.firstApp) : this.#party.practiceApp(practice);
  }

  /** The sign-in that belongs to a project; null when there is none. */
  find(project: ProjectKey): Promise<Entered<Client> | null> {
    return this.#clients.find(project);
  }

  /** Works for this project from now on; what waited for the last one is ended. */
  enter(project: SignInProject | null, entered: Entered<Client> | null): void {
    this.#running?.controller.abort();
    this.#attempt = null;
    this.#tried = null;
    this.#project = project;
    this.#entered = entered;
    const signedIn = this.signedIn;
    if (signedIn?.due) this.#options.onNotice(reminderOf(signedIn));
  }

  /** Whether a secret of this app is known. */
  async hasSecret(app: App): Promise<boolean> {
    return (await this.#secretOf(app)) !== null;
  }

  async #secretOf(app: App): Promise<string | null> {
    const tried = this.#tried?.app.clientId === app.clientId ? this.#tried.clientSecret : null;
    return tried ?? (await this.#clients.secretOf(app));
  }

  /**
   * Begins a sign-in in place of one that still waits; how it ends is told by `onChange`. Without `clientSecret` the
   * one that is kept serves.
   * Throws `project-none`, `sign-in-form`, `sign-in-port`, and `cancelled` when the project is left meanwhile.
   */
  async signIn(app: App, clientSecret: string | null): Promise<void> {
    const project = this.#project;
    if (project === null) throw new AppError('project-none');
    const secret = clientSecret ?? (await this.#secretOf(app));
    const prepared = await this.#party.prepare(app, secret);
    const { address, redirect, port, state } = prepared;
    await this.cancel();
    const controller = new AbortController();
    const { patience, openAddress } = this.#options;
    const waiting = await waitForAnswer({
      service: this.#party.name,
      port,
      state,
      patience,
      signal: controller.signal,
    });
    if (project !== this.#project) {
      // Another project was opened meanwhile: what was begun for the last one does not wait in this one.
      controller.abort();
      throw new AppError('cancelled');
    }
    // One that was begun at the same moment would otherwise keep its port, with nobody to end it.
    this.#running?.controller.abort();
    this.#tried = { app, clientSecret: secret };
    if (app.where !== 'practice') this.#file.rememberApp(app);
    const running: Running = { project, controller, waiting, over: Promise.resolve() };
    this.#running = running;
    this.#show(running, { kind: 'waiting', address, redirect, opened: openAddress !== undefined });
    running.over = this.#run(running, app, prepared);
    await openAddress?.(address).catch(() =>
      this.#show(running, { kind: 'waiting', address, redirect, opened: false }),
    );
  }

  /** Ends a sign-in that is under way, and forgets how the last one failed. Its port is free when this is done. */
  async cancel(): Promise<void> {
    this.#running?.controller.abort();
    this.#attempt = null;
    this.#options.onChange();
    await this.#running?.over;
  }

  /** Errors: `sign-in-none`, `sign-in-paste`, `sign-in-state`. */
  paste(address: string): void {
    if (this.#attempt?.kind !== 'waiting' || this.#running === null) {
      throw new AppError('sign-in-none', { service: this.#party.name });
    }
    this.#running.waiting.paste(address);
  }

  /**
   * Forgets the sign-in of the open project, here and at the service if it can be told; gives whether it could.
   * Other projects of the organisation are signed out with it.
   */
  async signOut(): Promise<boolean> {
    await this.cancel();
    const entered = this.#entered;
    if (entered === null) return true;
    this.#entered = null;
    this.#tried = null;
    const told = await this.#clients.forget(entered.organisation.organisationId);
    this.#options.onChange();
    return told;
  }

  async #run(running: Running, app: App, prepared: Prepared): Promise<void> {
    try {
      const answer = await running.waiting.answer;
      this.#show(running, { kind: 'finishing' });
      const finished = await prepared.finish(answer, running.controller.signal);
      const begun = await this.#clients.begin(app, finished);
      let organisation: ServiceOrigin;
      try {
        organisation = await begun.client.identify(running.controller.signal);
        this.#take(running, begun, organisation);
      } catch (error) {
        await this.#clients.drop(begun);
        throw error;
      }
      await this.#clients.adopt(begun, organisation, running.project.path);
      this.#show(running, null);
    } catch (error) {
      const stopped = error instanceof AppError && error.code === 'cancelled';
      this.#show(running, stopped ? null : { kind: 'failed', error: reportOf(error) });
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  /** Without a wait between the check and the change: what the project was accepted for is what it gets. */
  #take(running: Running, { client, since }: NewClient<App, Client>, organisation: ServiceOrigin): void {
    const { project, controller } = running;
    if (controller.signal.aborted || project !== this.#project) throw new AppError('cancelled');
    project.accept(organisation);
    this.#entered = { client, organisation, since };
  }

  /** A sign-in that was stopped or replaced shows nothing any more. */
  #show(running: Running, attempt: SignInAttempt | null): void {
    if (this.#running !== running || running.controller.signal.aborted) return;
    this.#attempt = attempt;
    this.#options.onChange();
  }
}

function reminderOf({ organisation, reconnectBy }: SignedIn): string {
  const day = reconnectBy?.slice(0, 10) ?? 'soon';
  return `The sign-in to ${organisation.organisationName} ends on ${day}. Connect again before then.`;
}
