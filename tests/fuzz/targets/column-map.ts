import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ColumnMap, loadColumnMap } from '#app/sources/index.ts';
import { asJson } from '../bytes.ts';
import { asRefusal, requireSame } from '../invariants.ts';
import { someValueOf } from '../some-value.ts';
import type { Target } from '../target.ts';

const heading = fc.oneof(
  fc.constantFrom('Firma', 'Kunde', '', '__proto__', 'name', 'emails', 'displayName'),
  fc.string({ maxLength: 10 }),
);

const headings = fc.oneof(heading, fc.array(heading, { maxLength: 3 }));
const nearly = fc.record(
  {
    accounts: fc.record({ name: headings, id: headings, emails: headings }, { requiredKeys: [] }),
    customers: fc.record({ displayName: headings, odd: headings }, { requiredKeys: [] }),
    sheets: fc.record({ accounts: heading }),
    headingRows: fc.record({ customers: fc.integer({ min: 0, max: 41 }) }),
  },
  { requiredKeys: [] },
);

/** A column map (`--map`). What is taken is the same when it is written and read again. */
export const columnMap: Target = {
  name: 'column-map',
  form: 'json',
  any: asJson(fc.oneof(nearly, someValueOf(ColumnMap, heading))),
  words: [
    'accounts',
    'customers',
    'contacts',
    'sheets',
    'headingRows',
    'name',
    'emails',
    'displayName',
    '\uFEFF',
  ],
  async open(folder) {
    const path = join(folder, 'map.json');
    return {
      async take(input) {
        writeFileSync(path, input);
        try {
          const map = await loadColumnMap(path);
          writeFileSync(path, JSON.stringify(map));
          requireSame(await loadColumnMap(path), map, 'a column map');
          return 'taken';
        } catch (error) {
          return asRefusal(error);
        }
      },
      close: async () => undefined,
    };
  },
};
