export {
  type Creations,
  creationsOf,
  fingerprintOfCreations,
  NameSpace,
  nameTaken,
  readyOf,
  runCreates,
} from './create/index.ts';
export { type LinkRunPorts, runLinks } from './link-run.ts';
export { type ConfirmedPair, type LinkToWrite, linksOf, planOf } from './plan.ts';
export {
  type Resolution,
  resolveFromExport,
  resolveFromFile,
  resolveOffline,
  withoutDoubleClaims,
} from './resolve.ts';
