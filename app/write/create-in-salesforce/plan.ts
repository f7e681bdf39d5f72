import { createHash } from 'node:crypto';
import type { AccountCreation } from '#app/project/index.ts';
import type { NewAccountForm } from '#app/sources/index.ts';
import {
  type BlockedCreation,
  type CreateWarning,
  createAnyway,
  isReady,
  type LikelyDuplicate,
  type PlannedRecord,
} from '#shared/creating.ts';
import type { CustomerId } from '#shared/ids.ts';
import { inPieces } from '#shared/pieces.ts';
import type { Customer } from '#shared/records.ts';
import { sorting } from '#shared/sorting.ts';
import type { Steps } from '#shared/steps.ts';
import type { Template } from '../create/template.ts';
import { duplicatesDetected } from './duplicates-detected.ts';
import { fitAccount } from './fit.ts';
import { fromCustomer } from './from-customer.ts';

/** A customer of which a person said that an account is to be created, with that decision. */
export interface CustomerWanted {
  readonly customer: Customer;
  readonly decisionSeq: number;
}

/** What a plan is made from. */
export interface AccountPlanInput {
  readonly customers: readonly CustomerWanted[];
  readonly form: NewAccountForm;
  readonly template: Template;
  readonly edits: ReadonlyMap<CustomerId, Readonly<Record<string, string>>>;
  /** Accounts that may be the customer's already; null where nobody could compare, because no match was made. */
  readonly duplicatesOf: (customer: CustomerId) => LikelyDuplicate[] | null;
  /** What came of each customer the last time. */
  readonly latest: ReadonlyMap<CustomerId, AccountCreation>;
  /** When the accounts were exported last: what Salesforce said of doubles before that no longer counts. ISO 8601. */
  readonly exportedAt: string;
}

/** An account of the plan with what the creator needs besides. */
export interface PlannedAccount extends PlannedRecord {
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly decisionSeq: number;
  readonly customerSyncToken: string;
  readonly overrulesDuplicates: boolean;
}

/** The accounts that these customers come to, and the customers of which none can be made. */
export interface AccountCreations {
  readonly accounts: readonly PlannedAccount[];
  readonly blocked: readonly BlockedCreation[];
}

const byName = new Intl.Collator('en');

/** So many accounts are worked out between two turns of others. */
const accountsAtOnce = 200;

/** Works out which accounts would be created, and with what, in small steps. Pure. */
export function* accountCreationsOf(input: AccountPlanInput): Steps<AccountCreations> {
  const blocked: BlockedCreation[] = [];
  const accounts: PlannedAccount[] = [];
  for (const [place, one] of input.customers.entries()) {
    if (place % accountsAtOnce === accountsAtOnce - 1) yield;
    const { id, displayName } = one.customer;
    const message = blockOf(one, input.latest.get(id));
    if (message === null) accounts.push(plannedOf(one, input));
    else blocked.push({ sourceId: id, sourceName: displayName, message });
  }
  const inOrder = yield* sorting(
    accounts,
    (a, b) =>
      urgency(a) - urgency(b) ||
      byName.compare(a.customerName, b.customerName) ||
      (a.customerId < b.customerId ? -1 : 1),
  );
  return { accounts: inOrder, blocked };
}

/** The accounts that would be created as things are. */
export function readyAccountsOf({ accounts }: AccountCreations): PlannedAccount[] {
  return accounts.filter(isReady);
}

/** What a person accepts with a plan: changes with every organisation, customer, field and decision in it. In small steps. Pure. */
export function* fingerprintOfAccounts(
  creations: AccountCreations,
  organisationIds: readonly string[],
): Steps<string> {
  const fingerprint = createHash('sha256').update(JSON.stringify(organisationIds));
  for (const some of inPieces(readyAccountsOf(creations), accountsAtOnce)) {
    const sent = some.map((one) => [
      one.customerId,
      Object.entries(one.fields).sort(([a], [b]) => (a < b ? -1 : 1)),
      one.decisionSeq,
      one.customerSyncToken,
      one.overrulesDuplicates,
      one.warnings,
    ]);
    fingerprint.update(JSON.stringify(sent));
    yield;
  }
  return fingerprint.digest('base64url');
}

function plannedOf({ customer, decisionSeq }: CustomerWanted, input: AccountPlanInput): PlannedAccount {
  const { form, template } = input;
  const edits = input.edits.get(customer.id) ?? {};
  const { fields, changes } = fitAccount({ ...fromCustomer(customer, form, template), ...edits }, form);
  const found = input.duplicatesOf(customer.id);
  const last = input.latest.get(customer.id);
  const isOfThis = last?.decisionSeq === decisionSeq;
  const overrules = edits[createAnyway] === 'yes';
  const wasDouble = isOfThis && last.serviceCode === duplicatesDetected && last.at > input.exportedAt;
  const warnings: CreateWarning[] = [];
  if (found === null) warnings.push('not-matched');
  else if (found.length > 0) warnings.push('likely-duplicate');
  if (!customer.active) warnings.push('inactive-customer');
  if (customer.job || customer.parentId !== '') warnings.push('sub-customer');
  return {
    sourceId: customer.id,
    sourceName: customer.displayName,
    name: fields.Name ?? '',
    customerId: customer.id,
    customerName: customer.displayName,
    fields,
    edited: form.fields.map(({ name }) => name).filter((name) => edits[name] !== undefined),
    changes,
    clash: null,
    missing: form.fields
      .filter(({ name, required }) => required && fields[name] === '')
      .map(({ label }) => label),
    duplicateRule: overrules ? 'overruled' : wasDouble ? 'refused' : 'silent',
    duplicates: found ?? [],
    warnings,
    lastTry: isOfThis ? inBothWords(last) : '',
    decisionSeq,
    customerSyncToken: customer.syncToken,
    overrulesDuplicates: overrules,
  };
}

function inBothWords({ message, serviceMessage }: AccountCreation): string {
  return serviceMessage === '' ? message : `${message} Salesforce’s own words: “${serviceMessage}”`;
}

/** Why no account can be made of a customer, whatever its fields are. */
function blockOf({ decisionSeq }: CustomerWanted, last: AccountCreation | undefined): string | null {
  if (last === undefined) return null;
  const { state, accountId, run } = last;
  if (['planned', 'sent', 'unknown', 'created'].includes(state)) {
    return `It is in a run that was not finished. Finish run ${run}.`;
  }
  if (accountId === '' || last.decisionSeq !== decisionSeq) return null;
  return `Account ${accountId} was created for it in run ${run}, and no longer carries its id. Link the two in Review, or decide anew.`;
}

/** What keeps an account from being created first, then likely duplicates, then what was changed to fit. */
function urgency(account: PlannedAccount): number {
  if (!isReady(account)) return 0;
  if (account.duplicates.length > 0) return 1;
  return account.warnings.length > 0 || account.changes.length > 0 ? 2 : 3;
}
