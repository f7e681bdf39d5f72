import type { NumberFormat } from './number-formats.ts';

const DAY = 86_400_000;
/** Day 0 of Excel's two calendars, so chosen that the days from March 1900 on come out right. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/**
 * The text of a numeric cell: ids and amounts in plain digits, never with an exponent, to the 15 digits that Excel
 * keeps; `00123` where the format pads with zeros; dates as `2026-11-23` or `2026-11-23T09:30:00`, times as
 * `09:30:00`.
 */
export function numberText(raw: string, format: NumberFormat, date1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'date') return dateText(value, date1904);
  const text = digits(value);
  return format.kind === 'mask' && /^\d+$/.test(text) ? masked(text, format.mask) : text;
}

function digits(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const rounded = Number(value.toPrecision(15));
  if (Number.isInteger(rounded)) return BigInt(rounded).toString();
  const text = String(rounded);
  return text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : text;
}

/** Puts the digits into the zeros of a mask from the right; what is over stands before the first. */
function masked(text: string, mask: string): string {
  const places = [...mask].filter((sign) => sign === '0').length;
  const padded = text.padStart(places, '0');
  let at = padded.length - places;
  const over = padded.slice(0, at);
  return over + [...mask].map((sign) => (sign === '0' ? padded[at++] : sign)).join('');
}

function dateText(value: number, date1904: boolean): string {
  const milliseconds = Math.round((value * DAY) / 1000) * 1000;
  const date = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + milliseconds);
  if (Number.isNaN(date.getTime())) return digits(value);
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T');
  if (value >= 0 && value < 1) return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}
