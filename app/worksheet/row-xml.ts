/** A cell as it is written: its column's letters, the number of its style, and what it holds (text as of `excelText`). */
export interface WrittenCell {
  readonly column: string;
  readonly style: number;
  readonly value: string | number | boolean | Date;
}

/** Days from Excel's day 0 to 1970-01-01. */
const epoch = 25_569;
const day = 86_400_000;

/** A row of a sheet as XML (ECMA-376 part 1, 18.3.1.73). Text is stored as text, whatever it begins with; `height` is in points. */
export function rowXml(number: number, cells: readonly WrittenCell[], height: number | null): string {
  let xml = `<row r="${number}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>`;
  for (const { column, style, value } of cells) {
    const start = `<c r="${column}${number}" s="${style}"`;
    if (typeof value === 'string') {
      xml += `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    } else if (typeof value === 'boolean') {
      xml += `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
    } else {
      xml += `${start}><v>${typeof value === 'number' ? value : epoch + value.getTime() / day}</v></c>`;
    }
  }
  return `${xml}</row>`;
}

function escaped(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
