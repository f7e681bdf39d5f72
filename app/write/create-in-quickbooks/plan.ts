import { createHash } from 'node:crypto';
import type { RunCreation } from '#app/project/index.ts';
import {
  type BlockedCreation,
  type CreateWarning,
  isReady,
  type LikelyDuplicate,
  type NewCustomer,
  NewCustomerField,
  type PlannedRecord,
} from '#shared/creating.ts';
import type { AccountId } from '#shared/ids.ts';
import { inPieces } from '#shared/pieces.ts';
import type { Account } from '#shared/records.ts';
import { sorting } from '#shared/sorting.ts';
import type { Steps } from '#shared/steps.ts';
import type { Template } from '../create/template.ts';
import { fitCustomer } from './fit.ts';
import { fromAccount } from './from-account.ts';
import type { NameSpace } from './name-space.ts';

/** An account of which a person said that a customer is to be created, with that decision. */
export interface AccountToCreate {
  readonly account: Account;
  readonly decisionSeq: number;
}

/** What a plan is made from. `names` is added to. */
export interface CreatePlanInput {
  readonly accounts: readonly AccountToCreate[];
  readonly edits: ReadonlyMap<AccountId, Partial<NewCustomer>>;
  readonly template: Template;
  readonly names: NameSpace;
  /** Whether the names of vendors and employees are known. */
  readonly namesRead: boolean;
  readonly duplicatesOf: (account: AccountId) => LikelyDuplicate[];
  /** What came of each account the last time. */
  readonly latest: ReadonlyMap<AccountId, RunCreation>;
}

/** A customer of the plan with what the creator needs besides. */
export interface CustomerToCreate extends PlannedRecord {
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly fields: NewCustomer;
  readonly decisionSeq: number;
  readonly accountModstamp: string;
  readonly beforeSyncToken: string;
}

/** The customers that these accounts come to, those that need a look first, and the accounts of which none can be made. */
export interface Creations {
  readonly customers: readonly CustomerToCreate[];
  readonly blocked: readonly BlockedCreation[];
}

const byName = new Intl.Collator('en');

/** So many customers are worked out between two turns of others. */
const customersAtOnce = 200;

/** Works out which customers would be created, and with what, in small steps. Pure but for `names`. */
export function* creationsOf(input: CreatePlanInput): Steps<Creations> {
  const blocked: BlockedCreation[] = [];
  const drafts: CustomerToCreate[] = [];
  for (const [place, one] of input.accounts.entries()) {
    if (place % customersAtOnce === customersAtOnce - 1) yield;
    const draft = draftOf(one, input);
    const message = blockOf(one, draft, input.latest.get(one.account.id));
    if (message === null) drafts.push(draft);
    else blocked.push({ sourceId: draft.accountId, sourceName: draft.accountName, message });
  }
  const inOrder = yield* sorting(
    drafts,
    (a, b) => byName.compare(a.accountName, b.accountName) || (a.accountId < b.accountId ? -1 : 1),
  );
  const customers = yield* withClashes(inOrder, input.names);
  return { customers: customers.sort(byUrgency), blocked };
}

/** The customers that would be created as things are. */
export function readyOf({ customers }: Creations): CustomerToCreate[] {
  return customers.filter(isReady);
}

/** What a person accepts with a plan: changes with every organisation, customer, field and decision in it. In small steps. Pure. */
export function* fingerprintOfCreations(
  creations: Creations,
  organisationIds: readonly string[],
): Steps<string> {
  const fingerprint = createHash('sha256').update(JSON.stringify(organisationIds));
  for (const some of inPieces(readyOf(creations), customersAtOnce)) {
    const sent = some.map(({ accountId, fields, decisionSeq, accountModstamp, warnings }) => [
      accountId,
      NewCustomerField.options.map((field) => fields[field]),
      decisionSeq,
      accountModstamp,
      warnings,
    ]);
    fingerprint.update(JSON.stringify(sent));
    yield;
  }
  return fingerprint.digest('base64url');
}

function draftOf({ account, decisionSeq }: AccountToCreate, input: CreatePlanInput): CustomerToCreate {
  const edits = input.edits.get(account.id) ?? {};
  const { fields, changes } = fitCustomer({ ...fromAccount(account, input.template), ...edits });
  const duplicates = input.duplicatesOf(account.id);
  const last = input.latest.get(account.id);
  const warnings: CreateWarning[] = [];
  if (duplicates.length > 0) warnings.push('likely-duplicate');
  if (!input.namesRead) warnings.push('names-not-read');
  if (fields.taxable === 'no' && fields.taxExemptionReason === '') warnings.push('exempt-without-reason');
  return {
    accountId: account.id,
    accountName: account.name,
    sourceId: account.id,
    sourceName: account.name,
    name: fields.displayName,
    fields,
    edited: NewCustomerField.options.filter((field) => edits[field] !== undefined),
    changes,
    clash: null,
    missing: [],
    duplicateRule: 'silent',
    duplicates,
    warnings,
    lastTry: last?.decisionSeq === decisionSeq ? last.message : '',
    decisionSeq,
    accountModstamp: account.systemModstamp,
    beforeSyncToken: account.syncToken,
  };
}

/** Why no customer can be made of an account, whatever its fields are. */
function blockOf(
  { account, decisionSeq }: AccountToCreate,
  { fields }: CustomerToCreate,
  last: RunCreation | undefined,
): string | null {
  if (account.linkedCustomerId !== '') {
    return `The account carries id ${account.linkedCustomerId}, which no customer has. Clear it in Salesforce and export again.`;
  }
  if (fields.displayName === '')
    return 'The account has no name that a customer could bear. Give it a display name.';
  if (last === undefined) return null;
  const { state, customerId, run } = last;
  if (['planned', 'sent', 'unknown', 'created'].includes(state)) {
    const what =
      state === 'created'
        ? `Customer ${customerId} was created for it and is not linked yet`
        : 'It is in a run that was not finished';
    return `${what}. Finish run ${run}.`;
  }
  if (customerId === '' || last.decisionSeq !== decisionSeq) return null;
  return `Customer ${customerId} was created for it in run ${run}, and the account does not carry its id. Link it by hand, or decide anew.`;
}

/** Those with a free name take it, in their order; the others are offered one that stays free. */
function* withClashes(drafts: readonly CustomerToCreate[], names: NameSpace): Steps<CustomerToCreate[]> {
  const holders: (string | null)[] = [];
  for (const some of inPieces(drafts, customersAtOnce)) {
    for (const { accountName, fields } of some) {
      const holder = names.holderOf(fields.displayName);
      if (holder === null) names.take(fields.displayName, `the customer to be created from “${accountName}”`);
      holders.push(holder);
    }
    yield;
  }
  const customers: CustomerToCreate[] = [];
  for (const some of inPieces(drafts, customersAtOnce)) {
    for (const draft of some) customers.push(offered(draft, holders[customers.length] ?? null, names));
    yield;
  }
  return customers;
}

function offered(draft: CustomerToCreate, holder: string | null, names: NameSpace): CustomerToCreate {
  if (holder === null) return draft;
  const free = names.freeLike(draft.fields.displayName, draft.fields.billingCity);
  names.take(free, `offered to “${draft.accountName}”`);
  return { ...draft, clash: { holder, offered: free } };
}

/** Clashes first, then likely duplicates, then what was changed to fit. */
function byUrgency(a: CustomerToCreate, b: CustomerToCreate): number {
  return urgency(a) - urgency(b);
}

function urgency({ clash, duplicates, warnings, changes }: CustomerToCreate): number {
  if (clash !== null) return 0;
  if (duplicates.length > 0) return 1;
  return warnings.length > 0 || changes.length > 0 ? 2 : 3;
}
