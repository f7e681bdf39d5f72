import {
  connectQuickBooks,
  connectSalesforce,
  type QuickBooksClient,
  type RefreshedTokens,
  type SalesforceClient,
  settingsFromEnvironment,
} from '#app/sources/index.ts';
import type { ConnectionInfo } from '#shared/contract.ts';
import type { ServiceOrigin, Side } from '#shared/datasets.ts';
import { AppError } from '#shared/errors.ts';

type Variables = Readonly<Record<string, string | undefined>>;
type OnRefreshToken = (side: Side, token: string) => void;

const hints = {
  salesforce: 'Set SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN before you start Counterpart.',
  quickbooks: 'Set QUICKBOOKS_REALM_ID and QUICKBOOKS_ACCESS_TOKEN before you start Counterpart.',
} as const;

/** The connections to the two services: made from settings when first needed, and kept while a project is open. */
export class Connections {
  readonly #onRefreshToken: OnRefreshToken;
  #variables: Variables;
  #salesforce: SalesforceClient | null = null;
  #quickbooks: QuickBooksClient | null = null;
  readonly #identities = new Map<Side, ServiceOrigin>();

  constructor(variables: Variables, onRefreshToken: OnRefreshToken) {
    this.#variables = variables;
    this.#onRefreshToken = onRefreshToken;
  }

  /** Uses other settings from now on. */
  use(variables: Variables): void {
    this.#variables = variables;
    this.#salesforce = null;
    this.#quickbooks = null;
    this.#identities.clear();
  }

  /** Errors: `connection-none`, `connection-incomplete`. */
  get salesforce(): SalesforceClient {
    if (this.#salesforce === null) {
      const { salesforce } = settingsFromEnvironment(this.#variables);
      if (salesforce === null) {
        throw new AppError('connection-none', { service: 'Salesforce', hint: hints.salesforce });
      }
      this.#salesforce = connectSalesforce(salesforce, {
        onTokens: (tokens) => this.#rotated('salesforce', tokens),
      });
    }
    return this.#salesforce;
  }

  /** Errors: `connection-none`, `connection-incomplete`. */
  get quickbooks(): QuickBooksClient {
    if (this.#quickbooks === null) {
      const { quickbooks } = settingsFromEnvironment(this.#variables);
      if (quickbooks === null) {
        throw new AppError('connection-none', { service: 'QuickBooks', hint: hints.quickbooks });
      }
      this.#quickbooks = connectQuickBooks(quickbooks, {
        onTokens: (tokens) => this.#rotated('quickbooks', tokens),
      });
    }
    return this.#quickbooks;
  }

  /** Which organisation a side is connected to, asked once a connection. */
  async identity(side: Side, signal: AbortSignal): Promise<ServiceOrigin> {
    const known = this.#identities.get(side);
    if (known !== undefined) return known;
    const client = side === 'salesforce' ? this.salesforce : this.quickbooks;
    const identity = await client.identify(signal);
    // The answer of a connection that was replaced meanwhile says nothing of the new one.
    const isStill = client === (side === 'salesforce' ? this.#salesforce : this.#quickbooks);
    if (isStill) this.#identities.set(side, identity);
    return identity;
  }

  /** What the screen shows of a side's connection, without calling the service. */
  info(side: Side): ConnectionInfo {
    try {
      const client = side === 'salesforce' ? this.salesforce : this.quickbooks;
      const environment = this.#identities.get(side)?.environment ?? null;
      return { kind: 'connected', address: client.address, environment };
    } catch (error) {
      if (error instanceof AppError) return { kind: 'none', hint: error.message };
      throw error;
    }
  }

  #rotated(side: Side, { refreshToken }: RefreshedTokens): void {
    if (refreshToken !== null) this.#onRefreshToken(side, refreshToken);
  }
}
