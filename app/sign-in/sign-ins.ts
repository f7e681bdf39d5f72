import { join } from 'node:path';
import type { QuickBooksClient, SalesforceClient } from '#app/sources/index.ts';
import type { ConnectionSettings, SignInRequest } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import { QuickBooksApp, SalesforceApp, type SignedIn } from '#shared/sign-in.ts';
import { Desk, type DeskOptions, type SignInProject } from './desk.ts';
import { keptFile } from './kept-file.ts';
import type { AnyApp, Identifying, PracticePlaces } from './party.ts';
import { quickBooksParty } from './quickbooks-party.ts';
import { salesforceParty } from './salesforce-party.ts';

/** The open project, as each side sees it. */
export interface SignInProjects extends Readonly<Record<Side, SignInProject>> {
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
type AnyDesk = Pick<Desk<AnyApp, Identifying>, 'cancel' | 'paste' | 'signOut' | 'signedIn'>;

/** Signing in to both services, for the project that is open. */
export class SignIns {
  readonly #options: SignInsOptions;
  readonly #salesforce: Desk<SalesforceApp, SalesforceClient>;
  readonly #quickbooks: Desk<QuickBooksApp, QuickBooksClient>;
  #practice = false;

  constructor(options: SignInsOptions) {
    const { folder, practice } = options;
    this.#options = options;
    const noticing = (side: Side): DeskOptions => ({
      ...options,
      onNotice: (message) => options.onNotice(side, message),
    });
    this.#salesforce = new Desk(
      salesforceParty(practice),
      keptFile(join(folder, 'salesforce-sign-ins.json'), SalesforceApp),
      noticing('salesforce'),
    );
    this.#quickbooks = new Desk(
      quickBooksParty(practice),
      keptFile(join(folder, 'quickbooks-sign-ins.json'), QuickBooksApp),
      noticing('quickbooks'),
    );
  }

  /** The client that the open project is signed in with; null when it is not. */
  get salesforce(): SalesforceClient | null {
    return this.#salesforce.client;
  }

  /** The client that the open project is signed in with; null when it is not. */
  get quickbooks(): QuickBooksClient | null {
    return this.#quickbooks.client;
  }

  /** Who a side is signed in to; null when to nobody. */
  signedIn(side: Side): SignedIn | null {
    return this.desk(side).signedIn;
  }

  /** Looks for the sign-ins of a project; what this gives enters it, at once. */
  async ready(projects: SignInProjects): Promise<() => void> {
    const salesforce = await this.#salesforce.find(projects.salesforce);
    const quickbooks = await this.#quickbooks.find(projects.quickbooks);
    return () => {
      this.#practice = projects.practice;
      this.#salesforce.enter(projects.salesforce, salesforce);
      this.#quickbooks.enter(projects.quickbooks, quickbooks);
    };
  }

  /** No project is open any more; what still waits is ended. */
  leave(): void {
    this.#practice = false;
    this.#salesforce.enter(null, null);
    this.#quickbooks.enter(null, null);
  }

  async settings(): Promise<ConnectionSettings> {
    const practice = this.#practice ? await this.#options.practice() : null;
    const { signedIn, attempt } = this.#quickbooks;
    const app = this.#quickbooks.appFor(practice);
    return {
      keeping: await this.#options.secrets.keeping(),
      salesforce: {
        app: this.#salesforce.appFor(practice),
        signedIn: this.#salesforce.signedIn,
        attempt: this.#salesforce.attempt,
      },
      quickbooks: { app, secretKept: await this.#quickbooks.hasSecret(app), signedIn, attempt },
    };
  }

  /** Begins a sign-in. Errors of {@link Desk.signIn}. */
  async signIn(request: SignInRequest): Promise<void> {
    if (request.side === 'salesforce') await this.#salesforce.signIn(request.app, null);
    else await this.#quickbooks.signIn(request.app, request.clientSecret);
  }

  /** The desk of one side. */
  desk(side: Side): AnyDesk {
    return side === 'salesforce' ? this.#salesforce : this.#quickbooks;
  }
}
