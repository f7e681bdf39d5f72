import type { ColumnKind, ColumnSide } from '../column.ts';

/** What a record has for a cell; blank and null leave it empty. A time is its text in ISO 8601. */
export type DatasetValue = string | number | boolean | null;

/**
 * A column of a saved dataset. `heading` is the service's API name, by which the file is read again. A `list` holds
 * several texts (see shared/cell-list.ts).
 */
export interface DatasetColumn<R> {
  readonly heading: string;
  readonly side: ColumnSide;
  readonly kind: ColumnKind | 'list';
  readonly value: (record: R) => DatasetValue;
}

/** Makes columns of one side. */
export function columnsOf<R>(side: ColumnSide) {
  return (
    heading: string,
    value: (record: R) => DatasetValue,
    kind: DatasetColumn<R>['kind'] = 'text',
  ): DatasetColumn<R> => ({ heading, side, kind, value });
}
