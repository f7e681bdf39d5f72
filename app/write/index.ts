export { isKnownSource } from './create/template.ts';
export {
  type Creations,
  creationsOf,
  fingerprintOfCreations,
  NameSpace,
  nameTaken,
  readyOf,
  runCreates,
  usualCustomerSourceOf,
} from './create-in-quickbooks/index.ts';
export {
  type AccountCreations,
  accountCreationsOf,
  fingerprintOfAccounts,
  readyAccountsOf,
  runAccountCreates,
  usualAccountSourceOf,
} from './create-in-salesforce/index.ts';
export { type LinkRunPorts, runLinks } from './link-run.ts';
export type { LinkRunKind } from './link-run-kind.ts';
export type { LinkRunLimits } from './link-run-limits.ts';
export { type ConfirmedPair, type LinkToWrite, linksOf, previewOf, shownLink } from './plan.ts';
export {
  type Resolution,
  resolveFromExport,
  resolveFromFile,
  resolveOffline,
  withoutDoubleClaims,
} from './resolve.ts';
export { sharing, type UndoBasis, undoJudge } from './undo/judge.ts';
export { changeCustomers } from './undo/made/change-customers.ts';
export {
  activeAlready,
  type MadeCustomer,
  type PreparedRemovals,
  preparedRemovals,
} from './undo/made/made-customers.ts';
export { type PreparedUndo, restoring, undoPlanOf } from './undo/plan.ts';
export { undoingLinks } from './undo/undoing-links.ts';
export { type WritingPorts, writingLinks } from './writing-links.ts';
