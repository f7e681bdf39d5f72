import type { SignIns } from '#app/sign-in/index.ts';
import {
  connectQuickBooks,
  connectSalesforce,
  type QuickBooksClient,
  quickbooksFromEnvironment,
  type RefreshedTokens,
  type SalesforceClient,
  salesforceFromEnvironment,
} from '#app/sources/index.ts';
import type { ConnectionInfo } from '#shared/contract.ts';
import type { ServiceOrigin, Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';

type Variables = Readonly<Record<string, string | undefined>>;
type OnRefreshToken = (side: Side, token: string) => void;

const variableHints = {
  salesforce: 'Set SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN before you start Counterpart.',
  quickbooks: 'Set QUICKBOOKS_REALM_ID and QUICKBOOKS_ACCESS_TOKEN before you start Counterpart.',
} as const;

const signInHint = 'Press Connect to sign in.';

/**
 * The connections to the two services of the open project: its own sign-in where there is one, else what the
 * environment sets up, made when first needed.
 */
export class Connections {
  readonly #signIns: SignIns;
  readonly #canSignIn: boolean;
  readonly #onRefreshToken: OnRefreshToken;
  #variables: Variables;
  #salesforce: SalesforceClient | null = null;
  #quickbooks: QuickBooksClient | null = null;
  readonly #identities = new WeakMap<SalesforceClient | QuickBooksClient, ServiceOrigin>();

  /** `canSignIn` is false where there is no screen to sign in on. */
  constructor(variables: Variables, signIns: SignIns, canSignIn: boolean, onRefreshToken: OnRefreshToken) {
    this.#variables = variables;
    this.#signIns = signIns;
    this.#canSignIn = canSignIn;
    this.#onRefreshToken = onRefreshToken;
  }

  /** Uses other settings from now on. */
  use(variables: Variables): void {
    this.#variables = variables;
    this.#salesforce = null;
    this.#quickbooks = null;
  }

  /** Errors: `connection-none`, `connection-incomplete`. */
  get salesforce(): SalesforceClient {
    const signedIn = this.#signIns.salesforce;
    if (signedIn !== null) return signedIn;
    if (this.#salesforce === null) {
      const salesforce = salesforceFromEnvironment(this.#variables);
      if (salesforce === null) {
        const hint = this.#canSignIn ? signInHint : variableHints.salesforce;
        throw new AppError('connection-none', { service: 'Salesforce', hint });
      }
      this.#salesforce = connectSalesforce(salesforce, {
        onTokens: (tokens) => this.#rotated('salesforce', tokens),
      });
    }
    return this.#salesforce;
  }

  /** Errors: `connection-none`, `connection-incomplete`. */
  get quickbooks(): QuickBooksClient {
    const signedIn = this.#signIns.quickbooks;
    if (signedIn !== null) return signedIn;
    if (this.#quickbooks === null) {
      const quickbooks = quickbooksFromEnvironment(this.#variables);
      if (quickbooks === null) {
        const hint = this.#canSignIn ? signInHint : variableHints.quickbooks;
        throw new AppError('connection-none', { service: 'QuickBooks', hint });
      }
      this.#quickbooks = connectQuickBooks(quickbooks, {
        onTokens: (tokens) => this.#rotated('quickbooks', tokens),
      });
    }
    return this.#quickbooks;
  }

  /** Which organisation a side is connected to, asked once a connection. */
  async identity(side: Side, signal: AbortSignal): Promise<ServiceOrigin> {
    const client = this.#clientOf(side);
    const known = this.#identities.get(client);
    if (known !== undefined) return known;
    const identity = await client.identify(signal);
    this.#identities.set(client, identity);
    return identity;
  }

  /** What the screen shows of a side's connection, without calling the service. */
  info(side: Side): ConnectionInfo {
    try {
      const client = this.#clientOf(side);
      const identity = this.#signIns.signedIn(side)?.organisation ?? this.#identities.get(client);
      return { kind: 'connected', address: client.address, environment: identity?.environment ?? null };
    } catch (error) {
      if (error instanceof AppError) return { kind: 'none', hint: error.message };
      throw error;
    }
  }

  #clientOf(side: Side): SalesforceClient | QuickBooksClient {
    return side === 'salesforce' ? this.salesforce : this.quickbooks;
  }

  #rotated(side: Side, { refreshToken }: RefreshedTokens): void {
    if (refreshToken !== null) this.#onRefreshToken(side, refreshToken);
  }
}
