import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { previewFile, readAccountsFile } from '#app/sources/index.ts';
import { archiveOf, workbookParts } from '../../app/sources/files/xlsx/archive-of.ts';
import { asJson, oneOf } from '../bytes.ts';
import { asRefusal } from '../invariants.ts';
import { quiet } from '../quiet.ts';
import type { Stand, Target } from '../target.ts';

const cell = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rows = `<row r="1">${cell('A1', 'Account ID')}${cell('B1', 'Account Name')}<c r="C1" t="s"><v>0</v></c></row><row r="2">${cell('A2', '001000000000001AAA')}${cell('B2', 'Acme &amp; Co')}<c r="C2" s="1"><v>46000.5</v></c></row><row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" t="b"><v>1</v></c><c r="XFD3"><f>A1</f></c></row>`;
const parts = workbookParts({
  sheets: [{ rows }, { rows: '', state: 'hidden' }],
  strings: '<si><t>Phone</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>',
});

/** A workbook read as accounts from the file with this content. */
async function standFor(folder: string, contentOf: (input: Uint8Array) => Uint8Array | null): Promise<Stand> {
  const path = join(folder, 'accounts.xlsx');
  return {
    async take(input) {
      const content = contentOf(input);
      if (content === null) return 'refused';
      writeFileSync(path, content);
      try {
        await previewFile(path, null, {}, quiet);
        await readAccountsFile(path, {}, quiet);
        return 'taken';
      } catch (error) {
        return asRefusal(error);
      }
    },
    close: async () => undefined,
  };
}

/** The zip archive of a workbook: its bytes damaged anywhere. */
export const workbookZip: Target = {
  name: 'workbook-zip',
  form: 'bytes',
  any: fc
    .tuple(
      oneOf(archiveOf(parts), archiveOf(parts, false)),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
    )
    .map(([archive, changes]) => {
      const bytes = Buffer.from(archive);
      // The directory stands at the end; what is wrong there matters most.
      for (const [at, value] of changes)
        bytes[at % 2 === 0 ? at % bytes.length : bytes.length - 1 - (at % 600)] = value;
      return bytes;
    }),
  words: ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', '\xff\xff\xff\xff'],
  open: (folder) => standFor(folder, (input) => input),
};

const some = fc.subarray(Object.entries(parts));

/** The parts of a workbook, whole in their archive, with whatever XML in them. */
export const workbookXml: Target = {
  name: 'workbook-parts',
  form: 'json',
  any: asJson(
    some.map((left) => ({
      ...parts,
      ...Object.fromEntries(left.map(([name, xml]) => [name, xml.replace('><', '> <')])),
    })),
  ),
  words: [
    '<row r="1">',
    '<c r="AAAA1">',
    '<c r="A1" t="s"><v>',
    '</v></c>',
    '</row>',
    '-1',
    '1e9',
    's="99"',
    '../../x',
    'rId1',
    '<si>',
    '&#0;',
  ],
  open: (folder) => standFor(folder, (input) => archiveIn(input)),
};

function archiveIn(input: Uint8Array): Uint8Array | null {
  try {
    const given: unknown = JSON.parse(Buffer.from(input).toString());
    if (typeof given !== 'object' || given === null) return null;
    return archiveOf(
      Object.fromEntries(Object.entries(given).map(([name, text]) => [name.slice(0, 1_000), String(text)])),
    );
  } catch {
    return null;
  }
}
