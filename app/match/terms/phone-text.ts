/** The sign before the text of a phone number without an area code, `~`. */
export const noArea = 126;
/** So many last digits tell a number within its area. */
export const localDigits = 7;
