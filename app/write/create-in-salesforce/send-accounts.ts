import type { AccountCreation } from '#app/project/index.ts';
import type { AccountCarrying, CreateOutcome } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import { nothingWasWritten } from '../nothing-was-written.ts';
import { carriersOf } from './carriers.ts';
import { duplicatesDetected } from './duplicates-detected.ts';
import { Findings } from './findings.ts';
import type { AccountRunPorts, Tries } from './ports.ts';

/** How often an account is sent that meets what may pass by itself, such as a lock. */
const attempts = 3;
const storageFull = 'STORAGE_LIMIT_EXCEEDED';
const valueTaken = 'DUPLICATE_VALUE';

/**
 * Creates accounts in one call, journalled before it is sent. Gives the error where Salesforce did not answer for all of
 * them, null where it did. Throws what stops the run, after the journal is right.
 */
export async function sendAccounts(
  run: RunId,
  part: readonly AccountCreation[],
  overrules: boolean,
  tries: Tries,
  ports: AccountRunPorts,
): Promise<AppError | null> {
  const { creations, salesforce, now } = ports;
  const noteAll = (change: Parameters<Findings['change']>[1]) => {
    const findings = new Findings();
    for (const creation of part) findings.change(creation, change);
    findings.writeDown(run, creations, now());
  };
  noteAll({ state: 'sent' });
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
    const unsent = nothingWasWritten(thrown);
    noteAll(unsent ? { state: 'planned' } : { state: 'unknown', message: thrown.message });
    if (unsent) throw thrown;
    return thrown;
  }
  const isFull = await noteOutcomes(run, part, outcomes, tries, ports);
  if (isFull) throw new AppError('create-storage-full', { run });
  if (outcomes.length >= part.length) return null;
  return new AppError('service-answer', { service: 'Salesforce', detail: 'outcomes are missing' });
}

/** Puts down what became of each. Gives whether there was no more storage for any. */
async function noteOutcomes(
  run: RunId,
  part: readonly AccountCreation[],
  outcomes: readonly CreateOutcome[],
  tries: Tries,
  ports: AccountRunPorts,
): Promise<boolean> {
  const findings = new Findings();
  const taken: AccountCreation[] = [];
  const namesakes = await namesakesOf(part, outcomes, ports);
  let isFull = false;
  for (const [place, creation] of part.entries()) {
    const outcome = outcomes[place];
    if (outcome === undefined) {
      findings.change(creation, {
        state: 'unknown',
        message: 'Salesforce gave no outcome for this account.',
      });
    } else if (outcome.kind === 'created') findings.made(creation, outcome.accountId);
    else if (outcome.code === storageFull) {
      isFull = true;
      findings.change(creation, { state: 'planned' });
    } else if (outcome.transient && isWorthAnotherTry(creation, tries)) {
      findings.change(creation, { state: 'planned' });
    } else {
      if (outcome.code === valueTaken) taken.push(creation);
      const { serviceMessage, code } = outcome;
      const alike = code === duplicatesDetected ? (namesakes.get(folded(creation.fields.Name)) ?? []) : [];
      const message = [outcome.message, ...alike.map(inWords)].join(' ');
      findings.change(creation, { state: 'failed', message, serviceMessage, serviceCode: code });
    }
  }
  findings.writeDown(run, ports.creations, ports.now());
  await noteHolders(run, taken, ports);
  return isFull;
}

/**
 * The accounts that have the names of those that a duplicate rule refused: the answer to many accounts does not say which
 * ones the rule found. Nothing where they cannot be read, for the refusal is what matters.
 */
async function namesakesOf(
  part: readonly AccountCreation[],
  outcomes: readonly CreateOutcome[],
  { salesforce }: AccountRunPorts,
): Promise<Map<string, AccountCarrying[]>> {
  const refused = part.filter((_, place) => {
    const outcome = outcomes[place];
    return outcome?.kind === 'failed' && outcome.code === duplicatesDetected;
  });
  const names = refused.map(({ fields }) => fields.Name ?? '');
  if (names.length === 0) return new Map();
  try {
    const found = await salesforce.readNamesakes(names, new AbortController().signal);
    return Map.groupBy(found, ({ name }) => folded(name));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Map();
  }
}

const folded = (name = ''): string => name.trim().toLowerCase();

function inWords({ name, accountId, customerId }: AccountCarrying): string {
  return `There is “${name}” (${accountId}${customerId === '' ? '' : `, linked to ${customerId}`}).`;
}

/** Where a value that may be there only once is the customer's id, says who has it. */
async function noteHolders(
  run: RunId,
  taken: readonly AccountCreation[],
  ports: AccountRunPorts,
): Promise<void> {
  if (taken.length === 0) return;
  const carriers = await carriersOf(taken, ports, new AbortController().signal);
  const findings = new Findings();
  // It was sent by now, and refused: whatever carries the id is another one, unless an earlier answer was lost.
  for (const creation of ports.creations.entries(run)) {
    if (taken.some(({ customerId }) => customerId === creation.customerId)) {
      findings.carried(creation, carriers.get(creation.customerId) ?? []);
    }
  }
  findings.writeDown(run, ports.creations, ports.now());
}

function isWorthAnotherTry({ customerId }: AccountCreation, tries: Tries): boolean {
  const tried = (tries.get(customerId) ?? 0) + 1;
  tries.set(customerId, tried);
  return tried < attempts;
}
