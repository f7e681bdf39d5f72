/** Excel holds no more characters in a cell. */
export const LONGEST_CELL = 32_767;

/** What XML cannot hold, or would change, or exceljs would drop: control characters and halves of pairs. */
const UNSAFE = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu;

/**
 * A text as a cell of a workbook stores it: cut to what Excel holds, with characters that XML cannot hold in the
 * `_xHHHH_` form that Excel itself uses (ECMA-376 part 1, 22.9.2.19), so that reading gives the same text again.
 */
export function excelText(text: string): string {
  return cut(text)
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      UNSAFE,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

function cut(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const end = text.slice(0, LONGEST_CELL - 1);
  return `${/[\ud800-\udbff]$/.test(end) ? end.slice(0, -1) : end}…`;
}
