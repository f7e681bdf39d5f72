import type { Pin } from '#shared/matching.ts';
import type { Evidence } from '#shared/pairs.ts';
import { pinOn, samePinned } from '#shared/pins.ts';

/** An identifier that can be pinned, and the pin on it. */
export interface Pinnable {
  readonly kind: Pin['kind'];
  readonly value: string;
  readonly pin: Pin | null;
}

const kinds: Readonly<Record<string, Pin['kind']>> = { phone: 'phone', email: 'email', website: 'domain' };

/** The identifiers that a comparison looked at, each once; none where it compared something else or a level of names. Two
 * e-mails that only share their domain are about that domain. */
export function pinnableOf(
  { field, level, accountValue, customerValue }: Evidence,
  pins: readonly Pin[],
): Pinnable[] {
  const kind = field === 'email' && level === 'same-domain' ? 'domain' : kinds[field];
  if (kind === undefined || level === 'name') return [];
  const written = [accountValue, customerValue]
    .filter((value) => value !== '')
    .map((value) => (kind === 'domain' ? value.replace(/^.*@/su, '') : value));
  const [one, other] = written;
  const values = one !== undefined && other !== undefined && samePinned(kind, one, other) ? [one] : written;
  return values.map((value) => ({ kind, value, pin: pinOn(pins, kind, value) ?? null }));
}
