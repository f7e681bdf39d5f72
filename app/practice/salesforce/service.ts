import { Faults } from '../http/faults.ts';
import type { Identity } from '../identity.ts';
import { Sessions } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import { WriteLog } from '../store/write-log.ts';
import { type AccountSetup, usualSetup } from './account-setup.ts';
import { ApiUsage } from './api-usage.ts';
import { Jobs } from './bulk/jobs.ts';
import { Cursors } from './cursors.ts';
import { salesforceTokens } from './sign-in.ts';

/** What the routes of the Salesforce stand-in work on. */
export interface SalesforceService {
  readonly store: Store;
  readonly log: WriteLog;
  readonly sessions: Sessions;
  readonly faults: Faults;
  readonly usage: ApiUsage;
  readonly cursors: Cursors;
  readonly jobs: Jobs;
  readonly identity: Identity;
  /** How Account is set up. */
  accountSetup: AccountSetup;
  /** The origin under which clients reach the service. */
  url(): string;
}

/** The service over a store. `url` is asked for only once the server listens. */
export function salesforceService(store: Store, identity: Identity, url: () => string): SalesforceService {
  return {
    store,
    log: new WriteLog(store, 'salesforce'),
    sessions: new Sessions(store, 'salesforce', salesforceTokens(identity.organisationId)),
    faults: new Faults(),
    usage: new ApiUsage(),
    cursors: new Cursors(),
    jobs: new Jobs(),
    identity,
    accountSetup: usualSetup,
    url,
  };
}
