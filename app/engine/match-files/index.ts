export { type MatchedFiles, matchFiles } from './match-files.ts';
export type { MatchFilesRequest } from './request.ts';
