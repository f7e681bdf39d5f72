import type { RefreshedTokens } from '#app/sources/index.ts';
import type { ServiceOrigin } from '#shared/datasets.ts';
import type { Kept } from './kept-file.ts';
import type { RedirectAnswer } from './redirect.ts';
import type { Tokens } from './tokens.ts';

/** A sign-in that is ready to begin. */
export interface Prepared {
  /** The page where the person signs in. */
  readonly address: string;
  /** Where the service sends them afterwards, and the port of this computer that hears of it. */
  readonly redirect: string;
  readonly port: number;
  readonly state: string;
  /** Trades the answer for tokens. Throws the `sign-in-…` error when the service refused, and what a call throws. */
  finish(answer: RedirectAnswer, signal: AbortSignal): Promise<Finished>;
}

/** What a finished sign-in came to. */
export interface Finished {
  readonly place: string;
  readonly tokens: Omit<Tokens, 'since' | 'renewedAt'>;
}

/** What has to be known of a client here. */
export interface Identifying {
  identify(signal: AbortSignal): Promise<ServiceOrigin>;
}

/** Where the practice company answers, and its settings as environment variables. */
export interface PracticePlaces {
  readonly salesforceUrl: string;
  readonly quickbooksUrl: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What every app has. */
export interface AnyApp {
  readonly clientId: string;
  readonly where: string;
}

/** One of the two services, as far as signing in goes. */
export interface Party<App extends AnyApp, Client extends Identifying> {
  readonly name: 'Salesforce' | 'QuickBooks';
  /** What an empty form begins with. */
  readonly firstApp: App;
  /** The practice company's own app. */
  practiceApp(practice: PracticePlaces): App;
  /** Throws `sign-in-form` when the app's settings cannot be used. `clientSecret` is null where none is known. */
  prepare(app: App, clientSecret: string | null): Promise<Prepared>;
  /** A client that is signed in; nothing is sent yet. */
  connect(
    kept: Pick<Kept<App>, 'app' | 'place'>,
    tokens: Tokens,
    onTokens: (tokens: RefreshedTokens) => Promise<void>,
  ): Promise<Client>;
  /** When the service will ask for a new sign-in, whatever is done; null where that is not known before. */
  reconnectBy(tokens: Tokens): Date | null;
  /** Tells the service that the sign-in is over. Throws as every call does. */
  revoke(kept: Pick<Kept<App>, 'app' | 'place'>, tokens: Tokens, signal: AbortSignal): Promise<void>;
}
