import type { ColumnMap } from '#app/sources/index.ts';

/** Two files to match, and where the proposals go. */
export interface MatchFilesRequest {
  readonly accounts: string;
  readonly customers: string;
  readonly contacts: string | null;
  readonly map: ColumnMap | null;
  readonly out: string;
}
