import type { Random } from './random.ts';

const first = Date.UTC(2016, 1, 8, 15);
const last = Date.UTC(2026, 9, 30, 22);

/** Times at which this many records were made, rising from 2016 to autumn 2026. */
export function creationTimes(random: Random, count: number): Date[] {
  return Array.from({ length: count }, () => random.next())
    .sort((a, b) => a - b)
    .map((share) => new Date(first + Math.floor((share * (last - first)) / 1_000) * 1_000));
}

/** A time at which a record made then was last changed. */
export function changeTime(random: Random, created: Date): Date {
  if (random.chance(0.3)) return created;
  const span = (last - created.getTime()) * random.next();
  return new Date(created.getTime() + Math.floor(span / 1_000) * 1_000);
}
