import type { AccountChoice } from '#shared/account-choice.ts';
import { AppError } from '#shared/errors.ts';
import type { Context } from '../context.ts';

export interface ChoiceOptions {
  readonly all?: boolean;
  readonly recordType?: readonly string[];
  readonly owner?: readonly string[];
  readonly listView?: string;
  readonly where?: string;
}

/**
 * The choice of accounts that the options name; undefined where they name none. A name that Salesforce does not have is
 * refused with those that it has, and a condition that it does not take with its own words. Errors: `usage`.
 */
export async function choiceGiven(
  context: Context,
  { all, recordType, owner, listView, where }: ChoiceOptions,
): Promise<AccountChoice | undefined> {
  const given = [all === true, recordType, owner, listView, where].filter(
    (one) => one !== undefined && one !== false,
  );
  if (given.length > 1) {
    throw usage('Give one of --all, --record-type, --owner, --list-view and --where, not several.');
  }
  if (all === true) return { kind: 'all' };
  if (where !== undefined) return await checkedClause(context, where);
  if (recordType === undefined && owner === undefined && listView === undefined) return undefined;
  const { recordTypes, owners, listViews } = await context.call('sources.choices', {});
  if (recordType !== undefined) {
    return {
      kind: 'record-type',
      ...several(recordType.flatMap((name) => named('record type', name, recordTypes))),
    };
  }
  if (owner !== undefined) {
    return { kind: 'owner', ...several(owner.flatMap((name) => named('owner', name, owners))) };
  }
  const views = named('list view', listView ?? '', listViews);
  const [view] = views;
  if (view === undefined || views.length > 1) {
    throw usage(
      `Several list views are called "${listView}". Give the id of one: ${views.map(({ id }) => id).join(', ')}.`,
    );
  }
  return { kind: 'list-view', id: view.id, name: view.name };
}

async function checkedClause(context: Context, clause: string): Promise<AccountChoice> {
  const choice: AccountChoice = { kind: 'where', clause };
  if (clause.trim() === '') throw usage('--where needs a condition.');
  const found = await context.call('sources.checkChoice', { choice });
  if (found.kind === 'refused') throw usage(found.message);
  return choice;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** All of this name, in any case, or the one with this id. */
function named(what: string, wanted: string, offered: readonly Named[]): Named[] {
  const found = offered.filter(
    ({ id, name }) => name.toLowerCase() === wanted.toLowerCase() || id === wanted,
  );
  if (found.length > 0) return found;
  const known = offered.map(({ name }) => name).join(', ') || 'none';
  throw usage(`There is no ${what} "${wanted}". Known: ${known}.`);
}

function several(found: readonly Named[]): { ids: string[]; names: string[] } {
  const each = [...new Map(found.map((one) => [one.id, one])).values()];
  return { ids: each.map(({ id }) => id), names: each.map(({ name }) => name) };
}

function usage(detail: string): AppError {
  return new AppError('usage', { detail });
}
