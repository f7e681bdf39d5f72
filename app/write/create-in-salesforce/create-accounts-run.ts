import type { AccountCreation, AccountCreationStore } from '#app/project/index.ts';
import type {
  AccountCarrying,
  CreateOutcome,
  Hooks,
  QuickBooksClient,
  SalesforceClient,
} from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { AccountId, type CustomerId, type RunId } from '#shared/ids.ts';
import type { RunStatus } from '#shared/links.ts';
import type { Account } from '#shared/records.ts';
import { isTheOneSent, refusalOf } from './check.ts';

/** The most accounts that one Collections call takes (wire limit), and so the size of a chunk. */
const chunkSize = 200;
/** How often a chunk may get no answer before the run stops and waits for the person. */
const patience = 3;
/** How often an account is sent that meets what may pass by itself, such as a lock. */
const attempts = 3;
/** Milliseconds before such accounts are sent again; twice as many each time. */
const firstPause = 500;

/** What a run that creates accounts needs from the rest of the program. */
export interface AccountRunPorts {
  readonly salesforce: Pick<SalesforceClient, 'createAccounts' | 'readCarriers' | 'readAccounts'>;
  readonly quickbooks: Pick<QuickBooksClient, 'readCustomers'>;
  readonly creations: AccountCreationStore;
  readonly now: () => Date;
  /** Whether this decision of the person is still what counts for the customer. */
  readonly isInForce: (customer: CustomerId, decisionSeq: number) => boolean;
  /** Told of every account that is in Salesforce with its customer's id, as read back, before the run says so. May be told of one twice. */
  readonly onCreated: (account: Account) => void;
  /** Lets so many milliseconds pass. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Takes a run to its end: what was sent and never answered is looked for by the customer's id, which it was sent with; then,
 * chunk by chunk, customers and who carries their ids are read again, what changed is refused, the accounts are created, and
 * each counts only once it was read back. No account that is there is ever touched. May be called again on a run that
 * stopped anywhere. Gives how it ended; the faults that stop it are thrown after the journal is right.
 */
export async function runAccountCreates(
  run: RunId,
  ports: AccountRunPorts,
  hooks: Hooks,
): Promise<RunStatus> {
  const { creations } = ports;
  const total = creations.entries(run).length;
  // What is short and would leave half a thing is not cut off.
  const whole = new AbortController().signal;
  const tries = new Map<CustomerId, number>();
  let unanswered = 0;
  for (;;) {
    await settle(run, ports, whole);
    await verify(run, ports, whole);
    const planned = creations.entries(run).filter(({ state }) => state === 'planned');
    hooks.progress('Creating accounts', total - planned.length, total);
    if (planned.length === 0) return 'finished';
    if (hooks.signal.aborted) return 'cancelled';
    const waited = Math.max(0, ...planned.map(({ customerId }) => tries.get(customerId) ?? 0));
    const fresh = planned.filter(({ customerId }) => !tries.has(customerId));
    if (fresh.length === 0) await ports.pause(firstPause * 2 ** (waited - 1), hooks.signal);
    const chunk = (fresh.length > 0 ? fresh : planned).slice(0, chunkSize);
    const error = await createChunk(run, chunk, tries, ports, hooks);
    unanswered = error === null ? 0 : unanswered + 1;
    if (error !== null && unanswered >= patience) {
      throw error;
    }
  }
}

/** Looks for everything that was sent without an answer; what is not there is `planned` again. */
async function settle(run: RunId, ports: AccountRunPorts, signal: AbortSignal): Promise<void> {
  const open = ports.creations.entries(run).filter(({ state }) => state === 'sent' || state === 'unknown');
  if (open.length === 0) return;
  const carriers = await carriersOf(open, ports, signal);
  for (const creation of open) {
    const { customerId } = creation;
    if (takeOver(run, creation, carriers.get(customerId) ?? [], ports)) continue;
    ports.creations.record(run, { customerId, state: 'planned' }, ports.now());
  }
}

/** Notes what the accounts that carry the id say of a creation; false where there are none. */
function takeOver(
  run: RunId,
  creation: AccountCreation,
  carriers: readonly AccountCarrying[],
  { creations, now }: AccountRunPorts,
): boolean {
  const { customerId } = creation;
  const ours = carriers.find((carrier) => isTheOneSent(carrier, creation));
  if (ours !== undefined) creations.created(run, customerId, ours.accountId, now());
  else if (carriers.length > 0) {
    const message = refusalOf(creation, { isInForce: true, customer: undefined, carriers }) ?? '';
    creations.record(run, { customerId, state: 'refused', message }, now());
  }
  return carriers.length > 0;
}

/** Reads back what was created; it counts only where it carries its customer's id. */
async function verify(run: RunId, ports: AccountRunPorts, signal: AbortSignal): Promise<void> {
  const { creations, salesforce, onCreated, now } = ports;
  const made = creations.entries(run).filter(({ state }) => state === 'created');
  if (made.length === 0) return;
  const ids = made.map(({ accountId }) => AccountId.parse(accountId));
  const accounts = await salesforce.readAccounts(ids, signal);
  for (const { customerId, accountId } of made) {
    const account = accounts.get(AccountId.parse(accountId));
    if (account?.linkedCustomerId === customerId) {
      onCreated(account);
      creations.linked(run, customerId, now());
      continue;
    }
    const carries = account?.linkedCustomerId === '' ? 'no id' : `id ${account?.linkedCustomerId}`;
    const message =
      account === undefined
        ? `Account ${accountId} was created, and is no longer in Salesforce (deleted or merged).`
        : `Account ${accountId} was created, but carries ${carries} when read again. Link it by hand, or delete it.`;
    creations.record(run, { customerId, state: 'refused', message }, now());
  }
}

/** Creates these accounts. Gives the error where Salesforce did not answer for all of them, null where it did. */
async function createChunk(
  run: RunId,
  chunk: readonly AccountCreation[],
  tries: Map<CustomerId, number>,
  ports: AccountRunPorts,
  hooks: Hooks,
): Promise<AppError | null> {
  const ready = await refuseWhatChanged(run, chunk, ports, hooks);
  let unanswered: AppError | null = null;
  for (const overrules of [false, true]) {
    const part = ready.filter(({ overrulesDuplicates }) => overrulesDuplicates === overrules);
    if (part.length === 0) continue;
    unanswered = (await send(run, part, overrules, tries, ports)) ?? unanswered;
  }
  return unanswered;
}

/** Reads the customers and who carries their ids; what must not be created gets its outcome. Gives the rest. */
async function refuseWhatChanged(
  run: RunId,
  chunk: readonly AccountCreation[],
  ports: AccountRunPorts,
  { signal, progress }: Hooks,
): Promise<AccountCreation[]> {
  const { creations, quickbooks, isInForce, now } = ports;
  const onWait = (seconds: number) => progress(`QuickBooks asks us to wait ${seconds} s`, 0, null);
  const ids = chunk.map(({ customerId }) => customerId);
  // Who carries the ids is read last: the less time there is between that and sending, the better.
  const customers = await quickbooks.readCustomers(ids, signal, onWait);
  const carriers = await carriersOf(chunk, ports, signal);
  return chunk.filter((creation) => {
    const { customerId, decisionSeq } = creation;
    const found = carriers.get(customerId) ?? [];
    if (takeOver(run, creation, found, ports)) return false;
    const message = refusalOf(creation, {
      isInForce: isInForce(customerId, decisionSeq),
      customer: customers.get(customerId),
      carriers: [],
    });
    if (message !== null) creations.record(run, { customerId, state: 'refused', message }, now());
    return message === null;
  });
}

async function send(
  run: RunId,
  part: readonly AccountCreation[],
  overrules: boolean,
  tries: Map<CustomerId, number>,
  ports: AccountRunPorts,
): Promise<AppError | null> {
  const { creations, salesforce, now } = ports;
  for (const { customerId } of part) creations.record(run, { customerId, state: 'sent' }, now());
  let outcomes: CreateOutcome[];
  try {
    outcomes = await salesforce.createAccounts(
      part.map(({ fields, customerId, customerSyncToken }) => ({
        fields,
        link: { customerId, syncToken: customerSyncToken },
      })),
      overrules,
      // A call that creates is never cut off: its answer is worth more than the second it takes.
      new AbortController().signal,
    );
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const unsent = nothingWasCreated(thrown);
    for (const { customerId } of part) {
      const change = unsent
        ? ({ state: 'planned' } as const)
        : ({ state: 'unknown', message: thrown.message } as const);
      creations.record(run, { customerId, ...change }, now());
    }
    if (unsent) throw thrown;
    return thrown;
  }
  let isFull = false;
  for (const [place, creation] of part.entries()) {
    const outcome = outcomes[place];
    const { customerId } = creation;
    if (outcome === undefined) {
      const message = 'Salesforce gave no outcome for this account.';
      creations.record(run, { customerId, state: 'unknown', message }, now());
    } else if (outcome.kind === 'created') creations.created(run, customerId, outcome.accountId, now());
    else if (outcome.code === storageFull) {
      isFull = true;
      creations.record(run, { customerId, state: 'planned' }, now());
    } else await noteFailure(run, creation, outcome, tries, ports);
  }
  if (isFull) throw new AppError('create-storage-full', { run });
  if (outcomes.length >= part.length) return null;
  return new AppError('service-answer', { service: 'Salesforce', detail: 'outcomes are missing' });
}

const storageFull = 'STORAGE_LIMIT_EXCEEDED';

/** A failure is final unless it may pass by itself, or says that an account with the customer's id is there. */
async function noteFailure(
  run: RunId,
  creation: AccountCreation,
  outcome: Extract<CreateOutcome, { kind: 'failed' }>,
  tries: Map<CustomerId, number>,
  ports: AccountRunPorts,
): Promise<void> {
  const { customerId } = creation;
  const { code, message, serviceMessage } = outcome;
  const tried = (tries.get(customerId) ?? 0) + 1;
  if (outcome.transient && tried < attempts) {
    tries.set(customerId, tried);
    ports.creations.record(run, { customerId, state: 'planned' }, ports.now());
    return;
  }
  if (code === 'DUPLICATE_VALUE') {
    const carriers = await carriersOf([creation], ports, new AbortController().signal);
    if (takeOver(run, creation, carriers.get(customerId) ?? [], ports)) return;
  }
  const failed = { customerId, state: 'failed', message, serviceMessage, serviceCode: code } as const;
  ports.creations.record(run, failed, ports.now());
}

async function carriersOf(
  creations: readonly AccountCreation[],
  { salesforce }: AccountRunPorts,
  signal: AbortSignal,
): Promise<Map<string, AccountCarrying[]>> {
  const ids = creations.map(({ customerId }) => customerId);
  return Map.groupBy(await salesforce.readCarriers(ids, signal), ({ customerId }) => customerId);
}

/** Whether an error of `createAccounts` means for sure that nothing was created (see SalesforceClient). */
function nothingWasCreated(error: AppError): boolean {
  const answered = ['service-session', 'service-limit', 'service-refused', 'package-field-read-only'];
  return answered.includes(error.code) || error.data.sent === 'no';
}
