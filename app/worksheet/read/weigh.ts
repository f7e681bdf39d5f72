import { CustomerDecisionKind, type DecisionKind } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { FindingKind, SaidWord } from '#shared/worksheet.ts';
import { newRemark } from '../comment-cell.ts';
import { type Edit, isSameText } from './edit.ts';
import type { Effect, Finding } from './finding.ts';
import type { AccountNow, CustomerNow, ProjectNow, Say } from './project-now.ts';

/** What comes of one edit by itself: nothing to do because the project says so already, or a finding. */
export type Weighed = 'agreed' | Finding;

const LONGEST_REMARK = 2_000;

/** Weighs what a row decides against what was so when the file was made and what is so now. Pure. */
export function weighDecision(edit: Edit, now: ProjectNow): Weighed {
  const { subject } = edit.mark;
  if (subject.kind === 'customer') {
    const customer = now.customer(subject.customerId);
    if (customer === null) {
      return finding(edit, now, 'unknown', `Its customer (id ${subject.customerId}) is no longer there.`);
    }
    return weighCustomer(edit, subject.customerId, customer, now);
  }
  const account = now.account(subject.accountId);
  if (account === null) {
    return finding(edit, now, 'unknown', `Its account (id ${subject.accountId}) is no longer there.`);
  }
  return weighAccount(edit, subject, account, now);
}

/** The remark that a row adds; null for none. Pure. */
export function weighComment(edit: Edit, now: ProjectNow): Finding | null {
  const { subject } = edit.mark;
  if (edit.comment === null) return null;
  const account = subject.kind === 'account' ? now.account(subject.accountId) : null;
  const text = newRemark(edit.comment, account?.comments ?? []);
  if (text === '') return null;
  const one = (kind: FindingKind, note: string, effect: Effect | null = null) => ({
    ...finding(edit, now, kind, note, effect),
    made: null,
    now: null,
    text,
  });
  if (subject.kind === 'customer') return one('impossible', 'Comments are kept with accounts only.');
  if (account === null) return one('unknown', `Its account (id ${subject.accountId}) is no longer there.`);
  if (text.length > LONGEST_REMARK) return one('impossible', 'A comment has at most 2,000 characters.');
  return one('comment', '', { kind: 'comment', accountId: subject.accountId, text });
}

type Pair = { readonly accountId: AccountId; readonly customerId: CustomerId | null };

function weighAccount(edit: Edit, pair: Pair, account: AccountNow, now: ProjectNow): Weighed {
  const { word, customer, mark } = edit;
  if (word === 'unreadable') return finding(edit, now, 'no-decision', 'This word is no decision.');
  if (customer.kind === 'other') return weighChosen(edit, customer.typed, pair, account, now);
  if (word === 'blank') {
    return isPutOff(edit)
      ? 'agreed'
      : finding(edit, now, 'blanked', TAKEN_OUT, decide(pair, 'skip', mark.basis));
  }
  if (word !== 'confirm' && word !== 'reject') return weighWord(edit, pair, word, null, account, now);
  if (customer.kind === 'cleared') {
    return finding(edit, now, 'impossible', `The Customer ID of “${word}” was cleared.`);
  }
  if (customer.kind === 'unclear') {
    const note = `There are several columns “Customer ID”, so it is not known which customer to ${word}.`;
    return finding(edit, now, 'impossible', note);
  }
  if (customer.kind === 'renamed') {
    const note = `The column “Customer ID” has another heading, and this row's own id is not in it any more. Name it “Customer ID” again.`;
    return finding(edit, now, 'impossible', note);
  }
  if (pair.customerId === null) {
    const note = `There is no customer to ${word} in this row. Write its id into a column “Customer ID”.`;
    return finding(edit, now, 'impossible', note);
  }
  return weighWord(edit, pair, word, pair.customerId, account, now);
}

/** A customer that was chosen by writing its id. */
function weighChosen(edit: Edit, typed: string, pair: Pair, account: AccountNow, now: ProjectNow): Weighed {
  const { word } = edit;
  if (word !== 'blank' && word !== 'confirm') {
    const note = `The row says “${word}” and another Customer ID (${typed}); only one of the two can be meant.`;
    return finding(edit, now, 'impossible', note);
  }
  const id = typed as CustomerId;
  if (now.customer(id) === null) {
    return finding(edit, now, 'impossible', `There is no customer with the id ${typed}.`);
  }
  const weighed = weighWord(edit, pair, 'confirm', id, account, now);
  if (weighed === 'agreed') return weighed;
  return weighed.kind === 'new' || weighed.kind === 'changed' ? { ...weighed, kind: 'customer' } : weighed;
}

function weighWord(
  edit: Edit,
  { accountId, customerId: shown }: Pair,
  word: DecisionKind,
  customerId: CustomerId | null,
  account: AccountNow,
  now: ProjectNow,
): Weighed {
  const { mark } = edit;
  if (saysSo(account, word, customerId)) return 'agreed';
  if (customerId !== null && now.customer(customerId) === null) {
    return finding(edit, now, 'impossible', `The customer with the id ${customerId} is no longer there.`);
  }
  const stale =
    staleNote(accountId, customerId, mark, now) || (customerId === shown ? otherName(edit, shown, now) : '');
  const since = decidedSince(edit, shown, customerId, account);
  const basis = stale === '' ? mark.basis : null;
  const effect = decide({ accountId, customerId }, word, basis);
  if (since !== null) {
    const note = `${since} ${stale}`.trim();
    return finding(edit, now, 'conflict', note, effect);
  }
  if (stale !== '') return finding(edit, now, 'stale', stale, effect);
  return finding(edit, now, mark.decision === null ? 'new' : 'changed', '', effect);
}

/** Why the records may read otherwise here than in the file, in sentences; `''` where they do not. */
function staleNote(
  account: AccountId | null,
  customer: CustomerId | null,
  { basis }: Edit['mark'],
  now: ProjectNow,
): string {
  // A copy of the project may have been exported again since. Its count of exports says nothing about those here.
  if (basis > now.revision)
    return 'The file was made in a copy of this project, after an export that is not here.';
  return now.changesSince(account, customer, basis);
}

/** That a row calls its customer by another name than it has, in a sentence: its id alone may not be what was meant. */
function otherName({ customerName }: Edit, shown: CustomerId | null, now: ProjectNow): string {
  const own = shown === null ? null : (now.customer(shown)?.name ?? null);
  if (own === null || customerName === null || customerName.trim() === '') return '';
  if (isSameText(customerName, own)) return '';
  return `The row calls the customer “${customerName.trim()}”, but the customer with its id is “${own}”.`;
}

function saysSo({ said, rejected }: AccountNow, word: DecisionKind, customerId: CustomerId | null): boolean {
  if (word === 'reject') {
    const isConfirmed = said?.kind === 'confirm' && said.customerId === customerId;
    return customerId !== null && rejected.has(customerId) && !isConfirmed;
  }
  return said?.kind === word && (word !== 'confirm' || said.customerId === customerId);
}

/** How this account is decided otherwise than it was when the file was made, in a sentence; null where it is as it was. */
function decidedSince(
  { mark }: Edit,
  shown: CustomerId | null,
  wanted: CustomerId | null,
  { said, rejected }: AccountNow,
): string | null {
  const wasConfirmed = mark.decision === 'confirm' ? shown : null;
  const isConfirmed = said?.kind === 'confirm' ? said.customerId : null;
  if ((said?.kind ?? null) !== mark.decision || wasConfirmed !== isConfirmed) return sinceNote(said);
  for (const id of [shown, wanted]) {
    const turnedDown = id === null ? undefined : rejected.get(id);
    if (turnedDown !== undefined) return `The customer was rejected in the app, by ${turnedDown.author}.`;
  }
  return null;
}

function sinceNote(said: Say | null): string {
  return said === null
    ? 'The decision was taken back in the app since.'
    : `Decided in the app since, by ${said.author}.`;
}

function weighCustomer(edit: Edit, customerId: CustomerId, customer: CustomerNow, now: ProjectNow): Weighed {
  const { word, mark } = edit;
  const effect = (decision: CustomerDecisionKind): Effect => ({
    kind: 'customer-decision',
    customerId,
    decision,
  });
  if (word === 'blank') {
    return isPutOff(edit) ? 'agreed' : finding(edit, now, 'blanked', TAKEN_OUT, effect('skip'));
  }
  const kind = CustomerDecisionKind.safeParse(word).data;
  if (kind === undefined) return finding(edit, now, 'no-decision', 'This word is no decision on a customer.');
  if (customer.said?.kind === kind) return 'agreed';
  if ((customer.said?.kind ?? null) !== mark.decision) {
    return finding(edit, now, 'conflict', sinceNote(customer.said), effect(kind));
  }
  const stale = staleNote(null, customerId, mark, now);
  if (stale !== '') return finding(edit, now, 'stale', stale, effect(kind));
  return finding(edit, now, mark.decision === null ? 'new' : 'changed', '', effect(kind));
}

const TAKEN_OUT = 'The decision was taken out of the file. It stays as it is, or the row is put off: “skip”.';

/** A row that was put off and says nothing now says the same. */
function isPutOff({ mark }: Edit): boolean {
  return mark.decision === null || mark.decision === 'skip';
}

function decide({ accountId, customerId }: Pair, decision: DecisionKind, basis: number | null): Effect {
  const isOfPair = decision === 'confirm' || decision === 'reject';
  return { kind: 'decision', accountId, customerId: isOfPair ? customerId : null, decision, basis };
}

/** A finding about a row, with what was decided in it and what is decided now. */
export function finding(
  edit: Edit,
  now: ProjectNow,
  kind: FindingKind,
  note: string,
  effect: Effect | null = null,
): Finding {
  const { sheet, row, mark, typed } = edit;
  const { subject } = mark;
  const accountId = subject.kind === 'account' ? subject.accountId : null;
  const nameOf = (id: CustomerId | null) => (id === null ? '' : (now.customer(id)?.name ?? id));
  const account = accountId === null ? null : now.account(accountId);
  const own = accountId === null ? now.customer(subject.customerId as CustomerId)?.name : account?.name;
  const word = (decision: DecisionKind, id: CustomerId | null): SaidWord => ({
    kind: decision,
    customerName: decision === 'confirm' || decision === 'reject' ? nameOf(id) : '',
  });
  const said = accountId === null ? null : (account?.said ?? null);
  const saidOfCustomer = accountId === null ? now.customer(subject.customerId as CustomerId)?.said : null;
  const isDecided = effect !== null && effect.kind !== 'comment';
  return {
    kind,
    sheet,
    row,
    accountId,
    customerId: (effect?.kind === 'decision' ? effect.customerId : null) ?? subject.customerId,
    name: own ?? accountId ?? subject.customerId ?? '',
    made: mark.decision === null ? null : word(mark.decision, subject.customerId),
    file: isDecided ? word(effect.decision, effect.kind === 'decision' ? effect.customerId : null) : null,
    now:
      said !== null
        ? word(said.kind, said.customerId)
        : saidOfCustomer
          ? word(saidOfCustomer.kind, null)
          : null,
    text: typed,
    note,
    choice: '',
    effect,
  };
}
