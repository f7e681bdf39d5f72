import type { DatasetColumn } from './column.ts';

/** What is saved: records, batch by batch, their columns, and what is known of them as a whole. */
export interface DatasetFile<R> {
  /** What the records are, in the plural: "accounts". */
  readonly what: string;
  readonly columns: readonly DatasetColumn<R>[];
  readonly batches: Iterable<readonly R[]>;
  readonly count: number;
  /** Where and when the records come from: lines of a name and what it is. */
  readonly about: readonly (readonly [string, string])[];
  readonly savedAt: Date;
}

/** What a file holds now. `shortened` counts the cells that are longer than a workbook can hold. */
export interface SavedDataset {
  readonly rows: number;
  readonly shortened: number;
}
