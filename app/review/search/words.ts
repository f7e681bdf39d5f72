/** Text without case and accents ("Peña & Søn" is "pena & søn"). */
export function folded(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.toLowerCase();
}

/** The words of a text as they are searched: runs of letters and digits, without case and accents, in their order. */
export function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const fewestDigits = 5;

/** The digits of a phone number as one word ("+1 (407) 667-6182" is "14076676182"); `''` where there are too few. */
export function digitsOf(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < fewestDigits ? '' : digits;
}
