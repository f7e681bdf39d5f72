import type { Company } from './company/company.ts';
import { listen } from './http/listen.ts';
import { secondIdentity, usualIdentity } from './identity.ts';
import { quickbooksApp } from './quickbooks/app.ts';
import { quickbooksControl } from './quickbooks/control.ts';
import { quickbooksService } from './quickbooks/service.ts';
import { quickbooksClientId, quickbooksClientSecret } from './quickbooks/sign-in.ts';
import { Limits } from './quickbooks/throttle.ts';
import { usualSetup } from './salesforce/account-setup.ts';
import { salesforceApp } from './salesforce/app.ts';
import { salesforceControl } from './salesforce/control.ts';
import { salesforceService } from './salesforce/service.ts';
import { salesforceClientId } from './salesforce/sign-in.ts';
import { fillStore, restoreStore, secondSeed, seedStore, usualSeed } from './seed.ts';
import { StateFile } from './store/state-file.ts';
import { Store } from './store/store.ts';
import { CompanyChanges } from './troubles/company-changes.ts';
import { SwitchedTroubles } from './troubles/troubles.ts';

export interface PracticeOptions {
  /** 0 or absent takes a free port. */
  readonly salesforcePort?: number;
  readonly quickbooksPort?: number;
  /** Where the company lives; absent keeps it in memory. A file that holds a company goes on with it. */
  readonly stateFile?: string;
  /** Another seed gives another company. It counts only for a new one. */
  readonly seed?: number;
  /** The second organisation and the second realm, whose ids collide with the first ones'. */
  readonly second?: boolean;
  /** Records to begin with in place of those made from the seed. */
  readonly company?: Company;
}

/** A practice company that runs. */
export interface PracticeCompany {
  readonly salesforceUrl: string;
  readonly quickbooksUrl: string;
  /** The environment variables under which the rest of the program reaches it, with the tokens that are good now. */
  readonly environment: Readonly<Record<string, string>>;
  /** What goes wrong at it, switched on and off by name. */
  readonly troubles: SwitchedTroubles;
  /** What somebody else does to its records. */
  readonly changes: CompanyChanges;
  /** Signs in anew at a service whose sign-in was lost; the environment has the new tokens. */
  signInAgain(): void;
  /** Restores the records of both services to the initial company and clears their logs and faults. */
  reset(): void;
  /** Stops both servers and closes the state file. */
  close(): Promise<void>;
}

/**
 * Starts the practice company: both services on loopback addresses.
 * Throws `port-in-use` when a port is taken, `practice-in-use` and `practice-state` as {@link StateFile} does.
 */
export async function startPractice(options: PracticeOptions = {}): Promise<PracticeCompany> {
  const file = new StateFile(options.stateFile ?? null);
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0)) await step();
    file.close();
  };
  try {
    const store = new Store(file);
    const identity = options.second === true ? secondIdentity : usualIdentity;
    const { company } = options;
    if (company !== undefined) fillStore(store, company, identity);
    else seedStore(store, options.seed ?? (options.second === true ? secondSeed : usualSeed), identity);
    let salesforceUrl = '';
    const salesforce = salesforceService(store, identity, () => salesforceUrl);
    const quickbooks = quickbooksService(store, identity);
    const reset = () => {
      store.transaction(() => {
        if (company !== undefined) fillStore(store, company, identity);
        else restoreStore(store, identity);
        salesforce.sessions.restore();
        quickbooks.sessions.restore();
        salesforce.log.clear();
        quickbooks.log.clear();
      });
      salesforce.cursors.clear();
      salesforce.cursors.rowsPerPage = Number.POSITIVE_INFINITY;
      salesforce.jobs.clear();
      salesforce.usage.reset();
      salesforce.accountSetup = usualSetup;
      salesforce.faults.arm([]);
      quickbooks.faults.arm([]);
      quickbooks.throttle.set(Limits.parse({}));
    };
    const controls = {
      salesforce: salesforceControl(salesforce, reset),
      quickbooks: quickbooksControl(quickbooks, reset),
    };
    const first = await listen(salesforceApp(salesforce, controls.salesforce), options.salesforcePort ?? 0);
    closing.push(first.close);
    salesforceUrl = first.url;
    const second = await listen(quickbooksApp(quickbooks, controls.quickbooks), options.quickbooksPort ?? 0);
    closing.push(second.close);
    const quickbooksUrl = second.url;
    return {
      salesforceUrl,
      quickbooksUrl,
      get environment() {
        return {
          SALESFORCE_INSTANCE_URL: salesforceUrl,
          SALESFORCE_LOGIN_URL: salesforceUrl,
          SALESFORCE_CLIENT_ID: salesforceClientId,
          SALESFORCE_ACCESS_TOKEN: salesforce.sessions.accessToken,
          SALESFORCE_REFRESH_TOKEN: salesforce.sessions.refreshToken,
          QUICKBOOKS_API_URL: quickbooksUrl,
          QUICKBOOKS_TOKEN_URL: `${quickbooksUrl}/oauth2/v1/tokens/bearer`,
          QUICKBOOKS_REALM_ID: identity.realmId,
          QUICKBOOKS_CLIENT_ID: quickbooksClientId,
          QUICKBOOKS_CLIENT_SECRET: quickbooksClientSecret,
          QUICKBOOKS_ACCESS_TOKEN: quickbooks.sessions.accessToken,
          QUICKBOOKS_REFRESH_TOKEN: quickbooks.sessions.refreshToken,
        };
      },
      troubles: new SwitchedTroubles(controls),
      changes: new CompanyChanges(controls),
      signInAgain() {
        salesforce.sessions.restore();
        quickbooks.sessions.restore();
      },
      reset,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
