import { z } from 'zod';

/** In place of an id: the record that the request names first. Only requests that name one meet the fault then. */
export const namedRecord = '*';

/** What somebody else does to the records, just before the request that meets it is handled. */
export const Meanwhile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('edit'), id: z.string(), changes: z.record(z.string(), z.json()) }),
  z.strictObject({ kind: z.literal('remove'), id: z.string() }),
  z.strictObject({ kind: z.literal('merge'), entity: z.string(), master: z.string(), loser: z.string() }),
  z.strictObject({ kind: z.literal('add'), entity: z.string(), fields: z.record(z.string(), z.json()) }),
]);
export type Meanwhile = z.infer<typeof Meanwhile>;

/**
 * Which occasions meet the fault. Of those that match, the first `after` pass; then each meets it with `probability`,
 * drawn from `seed`, until `times` have. `record` asks that the request names this record, in its address or its body.
 */
const common = {
  match: z.strictObject({
    method: z.string().optional(),
    pathIncludes: z.string().optional(),
    record: z.string().optional(),
  }),
  after: z.int().nonnegative().default(0),
  times: z.int().positive().default(1),
  probability: z.number().min(0).max(1).default(1),
  seed: z.int().nonnegative().default(1),
};
const ms = z.int().nonnegative().max(600_000).default(0);

const plain = (fault: 'reset-before' | 'reset-after' | 'truncated-body' | 'cut-body' | 'lowercase-fault') =>
  z.strictObject({ ...common, fault: z.literal(fault) });

/**
 * One fault to inject.
 * - `status` answers without handling, with `body` or the service's own words.
 * - `reset-before` cuts the connection before the request is handled, `reset-after` once it is done but before the
 *   answer, `cut-body` in the middle of the answer.
 * - `delay` waits `ms` before the request is handled, which is dropped if the caller has gone meanwhile; `delay-after`
 *   handles it and waits before the answer; `slow-body` lets the answer trickle for `ms`.
 * - `truncated-body` answers with half of the JSON; `lowercase-fault` with the keys of a refusal in lower case.
 * - `expire-token` ends the access tokens first; `forget-cursors` the locators of queries.
 * - `meanwhile`: somebody else changes records first.
 * - `record-error` refuses the write of single records, in whatever call they come: its occasions are records. With
 *   `tries` a record that met it is refused so many times in all, and then never again.
 * - `job-stuck` keeps a bulk job where it is when asked for its state; `job-failed` lets a bulk job fail after
 *   `processed` rows: their occasions are the state asked for, and the job carried out.
 */
export const FaultRule = z.discriminatedUnion('fault', [
  z.strictObject({
    ...common,
    fault: z.literal('status'),
    status: z.int().min(200).max(599).default(503),
    body: z.json().optional(),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  plain('reset-before'),
  plain('reset-after'),
  plain('truncated-body'),
  plain('cut-body'),
  plain('lowercase-fault'),
  z.strictObject({ ...common, fault: z.literal('delay'), ms }),
  z.strictObject({ ...common, fault: z.literal('delay-after'), ms }),
  z.strictObject({ ...common, fault: z.literal('slow-body'), ms }),
  z.strictObject({ ...common, fault: z.literal('expire-token') }),
  z.strictObject({ ...common, fault: z.literal('forget-cursors') }),
  z.strictObject({ ...common, fault: z.literal('meanwhile'), changes: z.array(Meanwhile).min(1) }),
  z.strictObject({
    ...common,
    fault: z.literal('record-error'),
    code: z.string(),
    message: z.string(),
    tries: z.int().positive().optional(),
  }),
  z.strictObject({ ...common, fault: z.literal('job-stuck') }),
  z.strictObject({ ...common, fault: z.literal('job-failed'), processed: z.int().nonnegative().default(0) }),
]);
export type FaultRule = z.infer<typeof FaultRule>;
