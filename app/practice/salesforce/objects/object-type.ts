import type { Json } from '../../store/record.ts';
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

/** The fields of a record in which nothing was filled in. */
export function blankFields(type: ObjectType): Record<string, Json> {
  return Object.fromEntries(
    type.fields
      .filter((field) => field.type !== 'address')
      .map((field) => [field.name, field.type === 'boolean' ? false : null]),
  );
}
