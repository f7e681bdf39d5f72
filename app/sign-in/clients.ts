import type { ServiceOrigin } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';
import type { Kept, KeptFile, ProjectKey } from './kept-file.ts';
import type { AnyApp, Finished, Identifying, Party } from './party.ts';
import type { SecretStore } from './secrets.ts';
import { keepTokens, readTokens, renewedTokens, type Tokens } from './tokens.ts';

/** A client that is signed in, with what is known of its sign-in. */
export interface Entered<Client> {
  readonly client: Client;
  readonly organisation: ServiceOrigin;
  readonly since: string;
}

/** A client whose sign-in nobody keeps yet. */
export interface NewClient<App, Client> {
  readonly app: App;
  readonly place: string;
  readonly client: Client;
  readonly since: string;
  /** Its tokens as they are now: a call may have renewed them. */
  tokens: Tokens;
}

/** A client that is kept, with its tokens as they are now. */
interface Alive<Client> {
  readonly client: Client;
  tokens: Tokens;
}

/** What the clients need of their surroundings. */
export interface ClientsOptions {
  readonly secrets: SecretStore;
  readonly now: () => Date;
  /** Something that the person has to know, as a sentence. */
  readonly onNotice: (message: string) => void;
}

/** How long a service has to be told that a sign-in is over (milliseconds). */
const goodbye = 15_000;

const unkept = 'The sign-in could not be kept. It lasts until Counterpart ends.';

/**
 * The signed-in clients of one service, each with its tokens in the secret store. A client lives as long as its
 * sign-in, over any number of projects, so that a refresh token that works once is used by one client only.
 */
export class Clients<App extends AnyApp, Client extends Identifying> {
  readonly #party: Party<App, Client>;
  readonly #file: KeptFile<App>;
  readonly #options: ClientsOptions;
  readonly #alive = new Map<string, Alive<Client>>();

  constructor(party: Party<App, Client>, file: KeptFile<App>, options: ClientsOptions) {
    this.#party = party;
    this.#file = file;
    this.#options = options;
  }

  /** The client of a project's sign-in; null when there is none, or its tokens are gone. */
  async find(project: ProjectKey): Promise<Entered<Client> | null> {
    const kept = this.#file.find(project);
    if (kept === null) return null;
    const { organisation, since } = kept;
    const { organisationId } = organisation;
    const known = this.#alive.get(organisationId);
    if (known !== undefined) return { client: known.client, organisation, since };
    const tokens = await readTokens(this.#options.secrets, this.#nameOf(organisationId));
    if (tokens === null) return null;
    const client: Client = await this.#connect(kept, tokens, (now) =>
      this.#keepRenewed(organisationId, client, now),
    );
    this.#alive.set(organisationId, { client, tokens });
    return { client, organisation, since };
  }

  /** When the service will ask for a new sign-in to an organisation; null where that is not known. */
  reconnectBy(organisationId: string): Date | null {
    const alive = this.#alive.get(organisationId);
    return alive === undefined ? null : this.#party.reconnectBy(alive.tokens);
  }

  /** The secret that is kept with any sign-in by this app; null when there is none. */
  async secretOf({ clientId }: AnyApp): Promise<string | null> {
    for (const { app, organisation } of this.#file.all()) {
      if (app.clientId !== clientId) continue;
      const tokens = await readTokens(this.#options.secrets, this.#nameOf(organisation.organisationId));
      if (tokens?.clientSecret != null) return tokens.clientSecret;
    }
    return null;
  }

  /** A client of a sign-in that has just been finished. Nothing is sent or kept yet. */
  async begin(app: App, { place, tokens: given }: Finished): Promise<NewClient<App, Client>> {
    const since = this.#options.now().toISOString();
    const tokens: Tokens = { ...given, since, renewedAt: since };
    const client: Client = await this.#connect({ app, place }, tokens, async (now) => {
      begun.tokens = now;
      const organisationId = [...this.#alive].find(([, alive]) => alive.client === client)?.[0];
      if (organisationId !== undefined) await this.#keepRenewed(organisationId, client, now);
    });
    const begun: NewClient<App, Client> = { app, place, client, since, tokens };
    return begun;
  }

  /** Takes a new client in, in place of an earlier one to the same organisation, and keeps its sign-in. */
  async adopt(begun: NewClient<App, Client>, organisation: ServiceOrigin, path: string): Promise<void> {
    const { app, place, client, since } = begun;
    const { organisationId } = organisation;
    this.#alive.set(organisationId, { client, tokens: begun.tokens });
    await this.#keepRenewed(organisationId, client, begun.tokens);
    const isKept = this.#file.keep({ app, place, organisation, since, projects: [path] });
    if (!isKept) this.#options.onNotice(unkept);
  }

  /**
   * Ends a sign-in that is not to be kept, at the service. Not where another project lives on it: a service may end
   * every sign-in to the organisation with this one.
   */
  async drop({ app, place, tokens }: NewClient<App, Client>): Promise<void> {
    if (!this.#file.has(place)) await this.#revoke({ app, place }, tokens);
  }

  /** Forgets a sign-in here, then tells the service; gives whether it could be told. */
  async forget(organisationId: string): Promise<boolean> {
    const name = this.#nameOf(organisationId);
    const kept = this.#file.find({ path: '', organisationId });
    const tokens = await readTokens(this.#options.secrets, name);
    this.#alive.delete(organisationId);
    this.#file.forget(organisationId);
    await this.#options.secrets.delete(name);
    return kept !== null && tokens !== null && (await this.#revoke(kept, tokens));
  }

  #connect(
    kept: Pick<Kept<App>, 'app' | 'place'>,
    first: Tokens,
    onRenewed: (tokens: Tokens) => Promise<void>,
  ): Promise<Client> {
    let tokens = first;
    return this.#party.connect(kept, tokens, async (renewed) => {
      tokens = renewedTokens(tokens, renewed, this.#options.now());
      await onRenewed(tokens);
    });
  }

  /** A client that was signed out or replaced meanwhile keeps nothing any more. */
  async #keepRenewed(organisationId: string, client: Client, tokens: Tokens): Promise<void> {
    const alive = this.#alive.get(organisationId);
    if (alive?.client !== client) return;
    alive.tokens = tokens;
    try {
      await keepTokens(this.#options.secrets, this.#nameOf(organisationId), tokens);
    } catch {
      this.#options.onNotice(unkept);
    }
  }

  async #revoke(kept: Pick<Kept<App>, 'app' | 'place'>, tokens: Tokens): Promise<boolean> {
    try {
      await this.#party.revoke(kept, tokens, AbortSignal.timeout(goodbye));
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }

  #nameOf(organisationId: string): string {
    return `${this.#party.name.toLowerCase()}/${organisationId}`;
  }
}
