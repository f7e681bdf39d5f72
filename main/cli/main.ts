import { keepCompiled } from './compile-cache.ts';

keepCompiled();
// Only what is imported from here on is kept compiled.
const { run } = await import('./run.ts');
process.exitCode = await run();
