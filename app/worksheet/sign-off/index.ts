export type {
  RejectedPair,
  SignedAttempt,
  SignedCustomer,
  SignedDecision,
  SignedRow,
  SignOffData,
} from './data.ts';
export { counted } from './summary.ts';
export { type SignOffCounts, writeSignOff } from './write-sign-off.ts';
