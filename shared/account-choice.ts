import { z } from 'zod';

/** The longest condition that can be given (characters). */
export const longestClause = 2_000;
/** The most record types or owners that can be chosen together. */
const mostChosen = 200;

/** An id as Salesforce writes it: 15 characters, or 18 with the suffix that makes it safe in any case. */
const SalesforceId = z.string().regex(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/, 'is not a Salesforce id');

/** Several record types or owners: their ids, and their names in the same order, for the person. */
const several = {
  ids: z.array(SalesforceId).min(1).max(mostChosen),
  names: z.array(z.string()).min(1).max(mostChosen),
};

/**
 * Which of an organisation's accounts an export takes. Whatever the choice, accounts that carry a customer's id are taken
 * too: left out, their customers would be proposed to others and linked twice. `clause` is what follows WHERE in SOQL.
 */
export const AccountChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('record-type'), ...several }),
  z.strictObject({ kind: z.literal('owner'), ...several }),
  z.strictObject({ kind: z.literal('list-view'), id: SalesforceId, name: z.string() }),
  z.strictObject({ kind: z.literal('where'), clause: z.string().trim().min(1).max(longestClause) }),
]);
export type AccountChoice = z.infer<typeof AccountChoice>;

/** No account is left out. */
export const allAccounts: AccountChoice = { kind: 'all' };

/** What an organisation offers to choose by. `accounts` is how many an owner has; those who have none are not there. */
export const AccountChoices = z.object({
  recordTypes: z.array(z.object({ id: SalesforceId, name: z.string() })),
  owners: z.array(z.object({ id: SalesforceId, name: z.string(), accounts: z.int().nonnegative() })),
  listViews: z.array(z.object({ id: SalesforceId, name: z.string() })),
});
export type AccountChoices = z.infer<typeof AccountChoices>;

/**
 * What a choice takes: `chosen` accounts, and `linked` others that carry a customer's id already; or why it cannot be
 * used, in the person's words.
 */
export const CheckedChoice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('counted'),
    chosen: z.int().nonnegative(),
    linked: z.int().nonnegative(),
  }),
  z.object({ kind: z.literal('refused'), message: z.string() }),
]);
export type CheckedChoice = z.infer<typeof CheckedChoice>;

/** The choice in words ("Accounts of record type Customer"), without a full stop. */
export function choiceWords(choice: AccountChoice): string {
  switch (choice.kind) {
    case 'all':
      return 'All accounts';
    case 'record-type':
      return `Accounts of record type ${either(choice.names)}`;
    case 'owner':
      return `Accounts of ${either(choice.names)}`;
    case 'list-view':
      return `Accounts of the list view ${choice.name}`;
    case 'where':
      return `Accounts where ${choice.clause}`;
  }
}

/** The names, each once: two owners may have the same. */
function either(names: readonly string[]): string {
  const each = [...new Set(names)];
  const last = each.at(-1) ?? '';
  return each.length < 2 ? last : `${each.slice(0, -1).join(', ')} or ${last}`;
}
