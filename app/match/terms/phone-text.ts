/** The sign before the text of a phone number without an area code, `~`. */
export const noArea = 126;
/** So many last digits tell a number within its area. */
export const localDigits = 7;

/** The text by which a phone number is known: `full` is E.164 without the plus, `''` where the area is not known. */
export function phoneText(full: string, local: string): string {
  return full === '' ? String.fromCharCode(noArea) + local : full;
}
