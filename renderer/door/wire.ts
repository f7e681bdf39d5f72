import { z } from 'zod';
import { events } from '#shared/contract.ts';
import { ErrorReport } from '#shared/errors.ts';

const EventMessage = z.discriminatedUnion('name', [
  z.object({ name: z.literal('progress'), payload: events.progress }),
  z.object({ name: z.literal('operation-ended'), payload: events['operation-ended'] }),
  z.object({ name: z.literal('changed'), payload: events.changed }),
  z.object({ name: z.literal('notice'), payload: events.notice }),
]);

/**
 * A message that comes through a door of text: `DoorMessage` of shared/door.ts, as zod sees it. The value of an
 * answer is left unread here; the caller knows which method it belongs to and checks it.
 */
export const IncomingMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    id: z.int(),
    result: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({ ok: z.literal(false), error: ErrorReport }),
    ]),
  }),
  z.object({ kind: z.literal('event'), event: EventMessage }),
]);
export type IncomingMessage = z.infer<typeof IncomingMessage>;
