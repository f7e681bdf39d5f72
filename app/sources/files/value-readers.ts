import type { FieldOf, Fields } from './fields.ts';
import type { Problems } from './problems.ts';
import { parseAmount } from './values/amount.ts';
import { parseFlag } from './values/flag.ts';

/** Reads an amount, null where the cell is blank or, with a problem noted, holds none. */
export function amountReader<F extends string>(
  fields: Fields<F>,
  field: F,
  problems: Problems,
): FieldOf<number | null> {
  return valueReader(fields, field, parseAmount, 'What is no amount was left out', problems);
}

/** Reads a yes or no, null where the cell is blank or, with a problem noted, holds neither. */
export function flagReader<F extends string>(
  fields: Fields<F>,
  field: F,
  problems: Problems,
): FieldOf<boolean | null> {
  return valueReader(fields, field, parseFlag, 'What is neither yes nor no was left out', problems);
}

function valueReader<F extends string, V>(
  fields: Fields<F>,
  field: F,
  parse: (text: string) => V | null,
  problem: string,
  problems: Problems,
): FieldOf<V | null> {
  const textOf = fields.text(field);
  const heading = fields.heading(field);
  return (row) => {
    const text = textOf(row);
    if (text === '') return null;
    const value = parse(text);
    if (value === null) problems.note(problem, row.number, heading);
    return value;
  };
}
