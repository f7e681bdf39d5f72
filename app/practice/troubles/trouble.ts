import type { z } from 'zod';
import type { Side } from '#shared/datasets.ts';
import type { Often } from '#shared/practice.ts';
import type { FaultRule } from '../http/fault-rule.ts';
import type { JsonObject } from '../store/record.ts';

/** A fault as it is written down, what has a usual value left out. */
export type Rule = z.input<typeof FaultRule>;

/** Something that can be made to go wrong, in a person's words, and the faults that make it happen. */
export interface TroubleKind {
  readonly id: string;
  readonly side: Side;
  readonly title: string;
  /** What comes of it. */
  readonly hint: string;
  /** Whether Salesforce's queries have to have several pages for it to happen. */
  readonly smallPages?: boolean;
  /** Whether it can happen only once, as the records that it is about are then others. */
  readonly onlyOnce?: boolean;
  /** The first of the faults strikes `times`, and is the one that is counted. */
  rules(times: number, records: (entity: string) => readonly JsonObject[]): readonly Rule[];
}

const never = Number.MAX_SAFE_INTEGER;

/** How many times that is. */
export function timesOf(often: Often): number {
  return { once: 1, thrice: 3, always: never }[often];
}

/** A web page, as a load balancer sends one in place of data. */
export const page = '<html><body>Service unavailable</body></html>';

/** What any service's connection can suffer, in calls whose address has this in it. */
export function connectionTroubles(
  side: Side,
  service: string,
  pathIncludes: string,
): readonly TroubleKind[] {
  const match = { pathIncludes };
  const prefix = side === 'salesforce' ? 'sf' : 'qb';
  return [
    {
      id: `${prefix}-cut-before`,
      side,
      title: 'The connection is cut before a call arrives',
      hint: 'Once or three times: the call is made again. Every time: the step stops and keeps what it had.',
      rules: (times) => [{ match, times, after: 2, fault: 'reset-before' }],
    },
    {
      id: `${prefix}-unavailable`,
      side,
      title: `${service} is busy and answers with a web page (503)`,
      hint: 'Once or three times: the call is made again. Every time: the step stops and keeps what it had.',
      rules: (times) => [{ match, times, after: 2, fault: 'status', status: 503, body: page }],
    },
    {
      id: `${prefix}-truncated`,
      side,
      title: 'An answer breaks off in the middle',
      hint: 'It is never taken for a whole one: the call is made again.',
      rules: (times) => [{ match, times, after: 2, fault: 'truncated-body' }],
    },
    {
      id: `${prefix}-slow`,
      side,
      title: 'An answer takes five seconds',
      hint: 'The screen goes on working meanwhile, and the step can be stopped.',
      rules: (times) => [{ match, times, after: 2, fault: 'slow-body', ms: 5_000 }],
    },
  ];
}
