import { Faults } from '../http/faults.ts';
import type { Identity } from '../identity.ts';
import { Sessions } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import { WriteLog } from '../store/write-log.ts';
import { quickbooksTokens } from './sign-in.ts';
import { Throttle } from './throttle.ts';

/** What the routes of the QuickBooks stand-in work on. */
export interface QuickbooksService {
  readonly store: Store;
  readonly log: WriteLog;
  readonly sessions: Sessions;
  readonly faults: Faults;
  readonly throttle: Throttle;
  readonly identity: Identity;
}

/** The service over a store. */
export function quickbooksService(store: Store, identity: Identity): QuickbooksService {
  return {
    store,
    log: new WriteLog(store, 'quickbooks'),
    sessions: new Sessions(store, 'quickbooks', quickbooksTokens),
    faults: new Faults(),
    throttle: new Throttle(),
    identity,
  };
}
