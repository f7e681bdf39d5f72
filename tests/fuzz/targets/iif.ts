import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { previewFile, readCustomersFile } from '#app/sources/index.ts';
import { asText } from '../bytes.ts';
import { asRefusal } from '../invariants.ts';
import { quiet } from '../quiet.ts';
import type { Target } from '../target.ts';

const word = fc.constantFrom(
  '!CUST',
  'CUST',
  '!HDR',
  'HDR',
  'NAME',
  'REFNUM',
  'BADDR1',
  'BADDR2',
  'EMAIL',
  'PHONE1',
  'HIDDEN',
  'Y',
  'N',
  'Acme:Job 1',
  '"Acme, Inc."',
  '',
);
const list = fc
  .array(fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 9 }), { maxLength: 10 })
  .map((lines) => ['!CUST\tNAME\tBADDR1\tEMAIL', ...lines.map((line) => line.join('\t'))].join('\r\n'));

/** A list of QuickBooks Desktop (.iif): previewed, and read. */
export const iif: Target = {
  name: 'iif',
  form: 'text',
  any: asText(list),
  words: ['!CUST', 'CUST', '\t', '\r\n', 'NAME', '"', '!ENDCUST'],
  async open(folder) {
    const path = join(folder, 'list.iif');
    return {
      async take(input) {
        writeFileSync(path, input);
        try {
          await previewFile(path, null, {}, quiet);
          await readCustomersFile(path, {}, quiet);
          return 'taken';
        } catch (error) {
          return asRefusal(error);
        }
      },
      close: async () => undefined,
    };
  },
};
