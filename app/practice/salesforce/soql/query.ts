/** A field as a query names it, over relationships (`Owner.Name`), with its place in the query. */
export interface FieldPath {
  readonly names: readonly string[];
  readonly at: number;
}

export type Literal =
  | { readonly kind: 'string'; readonly value: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly at: number }
  | { readonly kind: 'time'; readonly value: string; readonly at: number }
  | { readonly kind: 'null'; readonly at: number };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';

/** What follows WHERE. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Condition[] }
  | { readonly kind: 'not'; readonly term: Condition }
  | {
      readonly kind: 'compare';
      readonly path: FieldPath;
      readonly operator: Comparison;
      readonly value: Literal;
    }
  | {
      readonly kind: 'in';
      readonly path: FieldPath;
      readonly negated: boolean;
      readonly values: readonly Literal[];
    };

export interface Order {
  readonly path: FieldPath;
  /** Whether it is the count of the path's values in a group that is sorted by. */
  readonly counted: boolean;
  readonly descending: boolean;
  /** Where rows without a value stand. */
  readonly nulls: 'first' | 'last';
}

/** What a query with GROUP BY or COUNT(field) groups by and counts, each count under its name in the answer. */
export interface Grouping {
  readonly by: readonly FieldPath[];
  readonly counts: readonly { readonly path: FieldPath; readonly alias: string }[];
}

/**
 * A query as parsed; whether its names exist is not known yet. `fields` is null for `COUNT()`; `grouping` is null where
 * nothing is grouped or counted by field.
 */
export interface Query {
  readonly text: string;
  readonly fields: readonly FieldPath[] | null;
  readonly from: { readonly name: string; readonly at: number };
  readonly where: Condition | null;
  readonly grouping: Grouping | null;
  readonly orderBy: readonly Order[];
  readonly limit: number | null;
  readonly offset: number;
}
