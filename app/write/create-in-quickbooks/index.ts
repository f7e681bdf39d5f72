export { runCreates } from './create-run.ts';
export { usualSourceOf as usualCustomerSourceOf } from './from-account.ts';
export { NameSpace } from './name-space.ts';
export { type Creations, creationsOf, fingerprintOfCreations, readyOf } from './plan.ts';
export { nameTaken } from './refusal.ts';
