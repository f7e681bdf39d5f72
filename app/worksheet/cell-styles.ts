import type { Font, Style } from 'exceljs';
import type { ColumnKind, ColumnSide } from './column.ts';

const styled = (numFmt: string): Partial<Style> => ({ numFmt, alignment: { vertical: 'top' } });

/** What stands on the right keeps a little room to the text beside it. */
const counted = (numFmt: string): Partial<Style> => ({
  numFmt,
  alignment: { vertical: 'top', horizontal: 'right', indent: 1 },
});

const amount = '#,##0.00';
const money = (unit: string): Partial<Style> => counted(`${amount}${unit};[Red]-${amount}${unit}`);

/** One object for all cells of a kind: exceljs then looks a style up instead of making it again. */
const styles: Record<ColumnKind, Partial<Style>> = {
  text: styled('@'),
  entry: styled('@'),
  wrapped: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  decision: styled('@'),
  'customer-decision': styled('@'),
  flag: styled('General'),
  count: counted('#,##0'),
  percent: counted('0.0%'),
  bits: counted('+0.0;-0.0;0.0'),
  money: money(''),
  date: counted('yyyy-mm-dd hh:mm'),
};

/** Every font names itself: of one that does not, Excel and LibreOffice make different ones. */
export const fontOf = (font: Partial<Font>): Partial<Font> => ({ name: 'Calibri', size: 11, ...font });

/** A text that opens a page. */
export const linkStyle: Partial<Style> = {
  ...styled('@'),
  font: fontOf({ underline: true, color: { argb: 'FF0B5CAD' } }),
};

const byCurrency = new Map<string, Partial<Style>>();

/** The style of a column's cells. */
export function styleOf(kind: ColumnKind): Partial<Style> {
  return styles[kind];
}

/** The style of an amount that shows its currency (a code of three letters; any other leaves the number alone). */
export function moneyStyle(currency: string): Partial<Style> {
  if (!/^[A-Z]{3}$/.test(currency)) return styles.money;
  const known = byCurrency.get(currency);
  if (known !== undefined) return known;
  const made = money(`\\ "${currency}"`);
  byCurrency.set(currency, made);
  return made;
}

const headingColours: Record<ColumnSide, string> = {
  salesforce: 'FFD6EAF7',
  quickbooks: 'FFDDF0D9',
  result: 'FFE3E6E9',
};

/** The style of a heading, coloured by the system that the column is about. */
export function headingStyle(side: ColumnSide): Partial<Style> {
  return {
    numFmt: '@',
    font: fontOf({ bold: true }),
    alignment: { vertical: 'middle' },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: headingColours[side] } },
    border: { bottom: { style: 'thin', color: { argb: 'FF8B949E' } } },
  };
}
