import { keepCompiled } from '../compile-cache.ts';

keepCompiled();
// Only what is imported from here on is kept compiled.
const { builtFile, programIsStale } = await import('../built.ts');
const { run }: typeof import('./run.ts') = await import(
  programIsStale() ? './run.ts' : builtFile('counterpart')
);
process.exitCode = await run();
