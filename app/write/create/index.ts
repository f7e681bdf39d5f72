export { type CreateRunPorts, runCreates } from './create-run.ts';
export { fitField } from './fit.ts';
export { NameSpace } from './name-space.ts';
export {
  type AccountToCreate,
  type Creations,
  creationsOf,
  fingerprintOfCreations,
  readyOf,
} from './plan.ts';
export { nameTaken } from './refusal.ts';
