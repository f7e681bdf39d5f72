import type { Field } from './field.ts';

/** An object ("sObject") of the practice organisation. */
export interface ObjectType {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** The first three characters of its records' ids. */
  readonly keyPrefix: string;
  readonly writable: boolean;
  readonly fields: readonly Field[];
}
