import type { Random } from './random.ts';
import type { Place } from './words/places.ts';

/** A telephone number in its parts. */
export interface PhoneNumber {
  readonly country: Place['country'];
  readonly area: string;
  readonly exchange: string;
  readonly line: string;
}

const tollFreeAreas = ['800', '833', '844', '855', '866', '877', '888'];
const extensionWords = [' x', ' ext. ', ' Ext ', ' ext', ', ext ', ' #'];

/**
 * A number that is possible in a place. British ones are of the ranges that the regulator keeps for drama, so that
 * they are nobody's.
 */
export function phoneNumber(random: Random, place: Place): PhoneNumber {
  const { country, areaCode: area } = place;
  if (country === 'GB') {
    return { country, area, exchange: area === '20' ? '7946' : '496', line: `0${digits(random, 3)}` };
  }
  return { country, area, exchange: exchange(random), line: digits(random, 4) };
}

/** A number that is free for the caller. */
export function tollFreeNumber(random: Random): PhoneNumber {
  return {
    country: 'US',
    area: random.pick(tollFreeAreas),
    exchange: exchange(random),
    line: digits(random, 4),
  };
}

/** A number as somebody wrote it, at most 30 characters, in one of the many ways people do. */
export function writePhone(random: Random, number: PhoneNumber, extensionShare = 0): string {
  const written = number.country === 'GB' ? british(random, number) : american(random, number);
  return random.chance(extensionShare)
    ? `${written}${random.pick(extensionWords)}${random.int(2, 899)}`.slice(0, 30)
    : written;
}

function american(random: Random, { area, exchange: middle, line }: PhoneNumber): string {
  return random.weighted([
    [34, `(${area}) ${middle}-${line}`],
    [24, `${area}-${middle}-${line}`],
    [10, `${area}.${middle}.${line}`],
    [10, `${area}${middle}${line}`],
    [6, `+1 ${area} ${middle} ${line}`],
    [5, `1-${area}-${middle}-${line}`],
    [4, `+1${area}${middle}${line}`],
    [4, `${area} ${middle} ${line}`],
    [3, `(${area})${middle}-${line}`],
  ]);
}

function british(random: Random, { area, exchange: middle, line }: PhoneNumber): string {
  return random.weighted([
    [40, `0${area} ${middle} ${line}`],
    [30, `+44 ${area} ${middle} ${line}`],
    [15, `+44 (0)${area} ${middle} ${line}`],
    [15, `0${area}${middle}${line}`],
  ]);
}

/** Three digits that can follow an area code: not 0 or 1 in front, not 11 at the end. */
function exchange(random: Random): string {
  for (;;) {
    const found = String(random.int(220, 989));
    if (!found.endsWith('11') && found !== '555') return found;
  }
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 9)).join('');
}
