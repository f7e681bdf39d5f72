/**
 * Resolves the `_xHHHH_` escapes by which a workbook writes characters that XML cannot hold, a carriage return for
 * instance, and an underscore that would otherwise begin an escape (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
 */
export function resolveEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
