export { matchFiles } from './match-files.ts';
