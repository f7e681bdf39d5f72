export { runAccountCreates } from './create-accounts-run.ts';
export { usualSourceOf as usualAccountSourceOf } from './from-customer.ts';
export {
  type AccountCreations,
  accountCreationsOf,
  fingerprintOfAccounts,
  readyAccountsOf,
} from './plan.ts';
