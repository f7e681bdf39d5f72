import { unreadable } from '../unreadable.ts';
import { attributeOf } from './markup.ts';
import { parseWhole, type Workbook } from './parse-part.ts';
import { readRelations } from './relations.ts';

/** A sheet of a workbook: the name on its tab, and the part that holds its cells. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
}

/**
 * Where the parts of a workbook are. `sheets` are in the order of their tabs, hidden ones only where all are; `all` are
 * with those that are hidden.
 */
export interface Contents {
  readonly sheets: readonly Sheet[];
  readonly all: readonly Sheet[];
  readonly strings: string;
  readonly styles: string;
  readonly date1904: boolean;
}

/** Finds the parts of a workbook. Errors: `file-unreadable`, `cancelled`. */
export async function readContents(workbook: Workbook): Promise<Contents> {
  const main = (await readRelations(workbook, '')).find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined || !workbook.archive.names.has(main)) {
    throw unreadable(workbook.path, 'it is no Excel workbook');
  }
  const related = await readRelations(workbook, main);
  const sheets: (Sheet & { visible: boolean })[] = [];
  let date1904 = false;
  await parseWhole(workbook, main, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const id = attributeOf(attributes, 'id');
      const part = related.find((one) => one.id === id && one.type === 'worksheet')?.part;
      const visible = (attributeOf(attributes, 'state') ?? 'visible') === 'visible';
      const label = attributeOf(attributes, 'name') ?? '';
      if (part !== undefined) sheets.push({ name: label, part, visible });
    },
  });
  const visible = sheets.filter((sheet) => sheet.visible);
  return {
    sheets: visible.length > 0 ? visible : sheets,
    all: sheets,
    strings: related.find(({ type }) => type === 'sharedStrings')?.part ?? '',
    styles: related.find(({ type }) => type === 'styles')?.part ?? '',
    date1904,
  };
}
