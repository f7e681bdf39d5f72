import type { Pin } from './matching.ts';

/** Least digits for a phone written without its country to be taken for the end of one written with it. */
const leastNational = 7;

/**
 * An identifier as a pin keeps it: a phone as digits, with a plus where it is written with its country and without its
 * extension; an e-mail in lower case; a site as its host, without `www`. `''` when nothing is left of it.
 */
export function pinnedValue(kind: Pin['kind'], written: string): string {
  const text = written.trim().toLowerCase();
  if (kind === 'email') return text.replace(/\s+/gu, '');
  if (kind === 'domain') return host(text);
  const number = text.replace(/[\s,;]*(?:\bext(?:ension|n)?|\bx|#)[\s.:]*\d+$/u, '');
  const digits = number.replace(/\D/gu, '');
  if (number.startsWith('+')) return digits === '' ? '' : `+${digits}`;
  if (/^00[1-9]/u.test(digits)) return `+${digits.slice(2)}`;
  return /^1[2-9]\d{2}[2-9]\d{6}$/u.test(digits) ? `+${digits}` : digits;
}

/** Whether two values are the same identifier, however each is written: a phone also with and without its country. */
export function samePinned(kind: Pin['kind'], one: string, other: string): boolean {
  const [a, b] = [pinnedValue(kind, one), pinnedValue(kind, other)];
  if (a === b) return a !== '';
  if (kind !== 'phone' || a.startsWith('+') === b.startsWith('+')) return false;
  const [full, national] = a.startsWith('+') ? [a, b] : [b, a];
  const end = national.replace(/^0+/u, '');
  return end.length >= leastNational && full.endsWith(end);
}

/** The pin on this identifier, as written in a record; undefined when there is none. */
export function pinOn(pins: readonly Pin[], kind: Pin['kind'], written: string): Pin | undefined {
  return pins.find((pin) => pin.kind === kind && samePinned(kind, pin.value, written));
}

function host(site: string): string {
  const name = site.replace(/^(?:[a-z]+:\/\/)+/u, '').replace(/^.*@/su, '');
  return name
    .replace(/^(?:www\.)+/u, '')
    .replace(/[/?#:\s].*$/su, '')
    .replace(/\.+$/u, '');
}
