import type { AccountCreation } from '#app/project/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import type { AppError } from '#shared/errors.ts';
import { AccountId, type CustomerId, type RunId } from '#shared/ids.ts';
import type { RunStatus } from '#shared/links.ts';
import type { Account } from '#shared/records.ts';
import { carriersOf } from './carriers.ts';
import { refusalOf } from './check.ts';
import { Findings } from './findings.ts';
import type { AccountRunPorts, Tries } from './ports.ts';
import { sendAccounts } from './send-accounts.ts';

/** The most accounts that one Collections call takes (wire limit), and so the size of a chunk. */
const chunkSize = 200;
/** How often a chunk may get no answer before the run stops and waits for the person. */
const patience = 3;
/** Milliseconds before accounts are sent again that met what may pass by itself; twice as many each time. */
const firstPause = 500;

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
  const tries: Tries = new Map();
  let unanswered = 0;
  for (;;) {
    await settle(run, ports);
    await verify(run, ports);
    const planned = creations.entries(run).filter(({ state }) => state === 'planned');
    hooks.progress('Creating accounts', total - planned.length, total);
    if (planned.length === 0) return 'finished';
    if (hooks.signal.aborted) return 'cancelled';
    const chunk = await nextChunk(planned, tries, ports, hooks.signal);
    const error = await createChunk(run, chunk, tries, ports, hooks);
    unanswered = error === null ? 0 : unanswered + 1;
    if (error !== null && unanswered >= patience) throw error;
  }
}

/** What was not sent yet; after that, and a pause, what is worth another try. */
async function nextChunk(
  planned: readonly AccountCreation[],
  tries: Tries,
  { pause }: AccountRunPorts,
  signal: AbortSignal,
): Promise<readonly AccountCreation[]> {
  const fresh = planned.filter(({ customerId }) => !tries.has(customerId));
  if (fresh.length > 0) return fresh.slice(0, chunkSize);
  const tried = Math.max(...planned.map(({ customerId }) => tries.get(customerId) ?? 0));
  await pause(firstPause * 2 ** (tried - 1), signal);
  return planned.slice(0, chunkSize);
}

/** Looks for everything that was sent without an answer; what is not there is `planned` again. */
async function settle(run: RunId, ports: AccountRunPorts): Promise<void> {
  const open = ports.creations.entries(run).filter(({ state }) => state === 'sent' || state === 'unknown');
  if (open.length === 0) return;
  const carriers = await carriersOf(open, ports, new AbortController().signal);
  const findings = new Findings();
  for (const creation of open) {
    if (!findings.carried(creation, carriers.get(creation.customerId) ?? [])) {
      findings.change(creation, { state: 'planned' });
    }
  }
  findings.writeDown(run, ports.creations, ports.now());
}

/** Reads back what was created; it counts only where it carries its customer's id. */
async function verify(run: RunId, ports: AccountRunPorts): Promise<void> {
  const { creations, salesforce, onCreated, now } = ports;
  const made = creations.entries(run).filter(({ state }) => state === 'created');
  if (made.length === 0) return;
  const ids = made.map(({ accountId }) => AccountId.parse(accountId));
  const accounts = await salesforce.readAccounts(ids, new AbortController().signal);
  const findings = new Findings();
  const there: Account[] = [];
  const linked: CustomerId[] = [];
  for (const creation of made) {
    const { accountId, customerId } = creation;
    const account = accounts.get(AccountId.parse(accountId));
    if (account?.linkedCustomerId === customerId) {
      there.push(account);
      linked.push(customerId);
    } else findings.change(creation, { state: 'refused', message: notAsCreated(accountId, account) });
  }
  if (there.length > 0) {
    onCreated(there);
    creations.linked(run, linked, now());
  }
  findings.writeDown(run, creations, now());
}

function notAsCreated(accountId: string, account: Account | undefined): string {
  if (account === undefined)
    return `Account ${accountId} was created, and is no longer in Salesforce (deleted or merged).`;
  const carries = account.linkedCustomerId === '' ? 'no id' : `id ${account.linkedCustomerId}`;
  return `Account ${accountId} was created, but carries ${carries} when read again. Link it by hand, or delete it.`;
}

/** Creates these accounts. Gives the error where Salesforce did not answer for all of them, null where it did. */
async function createChunk(
  run: RunId,
  chunk: readonly AccountCreation[],
  tries: Tries,
  ports: AccountRunPorts,
  hooks: Hooks,
): Promise<AppError | null> {
  const ready = await refuseWhatChanged(run, chunk, ports, hooks);
  let unanswered: AppError | null = null;
  for (const overrules of [false, true]) {
    const part = ready.filter(({ overrulesDuplicates }) => overrulesDuplicates === overrules);
    if (part.length === 0) continue;
    unanswered = (await sendAccounts(run, part, overrules, tries, ports)) ?? unanswered;
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
  const findings = new Findings();
  const ready = chunk.filter((creation) => {
    const { customerId, decisionSeq } = creation;
    if (findings.carried(creation, carriers.get(customerId) ?? [])) return false;
    const message = refusalOf(creation, customers.get(customerId), isInForce(customerId, decisionSeq));
    if (message !== null) findings.change(creation, { state: 'refused', message });
    return message === null;
  });
  findings.writeDown(run, creations, now());
  return ready;
}
