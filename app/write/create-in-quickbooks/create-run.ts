import type { CreationRecord } from '#app/project/index.ts';
import type { Hooks, QuickBooksClient } from '#app/sources/index.ts';
import type { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import type { RunStatus } from '#shared/links.ts';
import type { Customer } from '#shared/records.ts';
import { sideBySide } from '../side-by-side.ts';
import { refusalOf } from './check.ts';
import { type LinkCreatedPorts, linkCreated } from './link-created.ts';
import { findSent, type Sent, send } from './send.ts';

/** So many customers are created before their accounts are linked, in one call where none fails. */
const chunkSize = 100;
/** How often a chunk may hold customers that got no answer before the run stops and waits for the person. */
const patience = 3;

/** What a run that creates customers needs from the rest of the program. */
export interface CreateRunPorts extends LinkCreatedPorts {
  readonly quickbooks: Pick<QuickBooksClient, 'createCustomer' | 'customersNamed' | 'readCustomers'>;
  /** Told of every customer that is in QuickBooks, before the run says so. May be told of one twice. */
  readonly onCreated: (customer: Customer) => void;
}

/**
 * Takes a run to its end: what was sent and never answered is sent again with its request id, which creates nothing twice;
 * then, chunk by chunk, each account is read again, what changed is refused, the customer is created, and its id written to
 * the account. May be called again on a run that stopped anywhere. Gives how it ended; the faults that stop it are thrown
 * after the journal is right.
 */
export async function runCreates(run: RunId, ports: CreateRunPorts, hooks: Hooks): Promise<RunStatus> {
  const { creations } = ports;
  const total = creations.entries(run).length;
  // What is created is linked even where the person stops the run: that is short, and half a thing is worse than none.
  const linking = { ...hooks, signal: new AbortController().signal };
  let unanswered = 0;
  for (;;) {
    await linkCreated(run, ports, linking);
    const entries = creations.entries(run);
    const open = entries.filter(({ state }) => state === 'sent' || state === 'unknown');
    const planned = entries.filter(({ state }) => state === 'planned');
    let done = total - planned.length - open.length;
    const progress = () => hooks.progress('Creating customers', done, total);
    progress();
    const chunk = open.length > 0 ? open : planned.slice(0, chunkSize);
    if (chunk.length === 0) return 'finished';
    if (hooks.signal.aborted) return 'cancelled';
    const error = await createChunk(run, chunk, ports, hooks, () => {
      done += 1;
      progress();
    });
    unanswered = error === null ? 0 : unanswered + 1;
    if (error !== null && unanswered >= patience) {
      await linkCreated(run, ports, linking);
      throw error;
    }
  }
}

/**
 * Creates these customers, and tells `onOne` of each that was answered for or refused. Gives the error of one that got no
 * answer, null where all did.
 */
async function createChunk(
  run: RunId,
  chunk: readonly CreationRecord[],
  ports: CreateRunPorts,
  hooks: Hooks,
  onOne: () => void,
): Promise<AppError | null> {
  const accounts = await ports.salesforce.readLinks(
    chunk.map(({ accountId }) => accountId),
    hooks.signal,
  );
  let stopping: AppError | null = null;
  let unanswered: AppError | null = null;
  const isOver = () => stopping !== null || hooks.signal.aborted;
  await sideBySide(chunk, isOver, async (creation) => {
    const { accountId, decisionSeq } = creation;
    const refusal = refusalOf(creation, accounts.get(accountId), ports.isInForce(accountId, decisionSeq));
    if (refusal !== null) {
      await refuse(run, creation, refusal, ports);
      onOne();
      return;
    }
    ports.creations.record(run, { accountId, state: 'sent' }, ports.now());
    const sent = await send(creation, ports.quickbooks, hooks);
    note(run, creation, sent, ports);
    if (sent.kind === 'stop') stopping = sent.error;
    else if (sent.kind === 'unknown') unanswered = sent.error;
    else onOne();
  });
  if (stopping !== null) throw stopping;
  return unanswered;
}

/** Refuses what is not to be created any more; where it was sent before, it may be there and is looked for. */
async function refuse(
  run: RunId,
  creation: CreationRecord,
  message: string,
  ports: CreateRunPorts,
): Promise<void> {
  const customer = creation.state === 'planned' ? null : await findSent(creation, ports.quickbooks);
  if (customer !== null) note(run, creation, { kind: 'created', customer }, ports);
  else ports.creations.record(run, { accountId: creation.accountId, state: 'refused', message }, ports.now());
}

function note(run: RunId, { accountId, state }: CreationRecord, sent: Sent, ports: CreateRunPorts): void {
  const { creations, now } = ports;
  switch (sent.kind) {
    case 'created':
      ports.onCreated(sent.customer);
      creations.created(run, accountId, sent.customer, now());
      return;
    case 'failed':
      creations.record(run, { ...sent, accountId, state: 'failed' }, now());
      return;
    case 'unknown':
      creations.record(run, { accountId, state: 'unknown', message: sent.error.message }, now());
      return;
    case 'stop':
      // An answer that never came before may still have been a customer.
      creations.record(run, { accountId, state: state === 'planned' ? 'planned' : 'unknown' }, now());
  }
}
