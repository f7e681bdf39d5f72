import type { AccountChoice, AccountChoices } from '#shared/account-choice.ts';

/** What stands in the dialog: the kind that is chosen, and beside it what was given for each kind. */
export interface Draft {
  readonly kind: AccountChoice['kind'];
  readonly recordTypes: readonly Option[];
  readonly owners: readonly Option[];
  readonly listView: Option | null;
  readonly clause: string;
}

/** Something to choose, as Salesforce names it. */
export interface Option {
  readonly id: string;
  readonly name: string;
}

/** The draft that says what a choice says. */
export function draftOf(choice: AccountChoice): Draft {
  const options =
    'ids' in choice ? choice.ids.map((id, index) => ({ id, name: choice.names[index] ?? id })) : [];
  return {
    kind: choice.kind,
    recordTypes: choice.kind === 'record-type' ? options : [],
    owners: choice.kind === 'owner' ? options : [],
    listView: choice.kind === 'list-view' ? { id: choice.id, name: choice.name } : null,
    clause: choice.kind === 'where' ? choice.clause : '',
  };
}

/** The choice that a draft comes to; null while something is still to be given. */
export function choiceOf({ kind, recordTypes, owners, listView, clause }: Draft): AccountChoice | null {
  switch (kind) {
    case 'all':
      return { kind };
    case 'record-type':
      return several(kind, recordTypes);
    case 'owner':
      return several(kind, owners);
    case 'list-view':
      return listView === null ? null : { kind, ...listView };
    case 'where':
      return clause.trim() === '' ? null : { kind, clause: clause.trim() };
  }
}

function several(kind: 'record-type' | 'owner', options: readonly Option[]): AccountChoice | null {
  if (options.length === 0) return null;
  return { kind, ids: options.map(({ id }) => id), names: options.map(({ name }) => name) };
}

/** What is still to be given for each kind. */
export const missing: Record<AccountChoice['kind'], string> = {
  all: '',
  'record-type': 'Choose at least one record type.',
  owner: 'Choose at least one owner.',
  'list-view': 'Choose a list view.',
  where: '',
};

/** What is offered, and of what was chosen before also what is offered no more, so that it can be seen and taken out. */
export function withChosen<T extends Option>(
  offered: readonly T[],
  chosen: readonly Option[],
): (T | Option)[] {
  const ids = new Set(offered.map(({ id }) => id));
  return [...offered, ...chosen.filter(({ id }) => !ids.has(id))];
}

/** The lists that Salesforce is asked for, or none of them while it has not answered. */
export const nothingOffered: AccountChoices = { recordTypes: [], owners: [], listViews: [] };
