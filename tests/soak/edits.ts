import type { Random } from '#app/practice/company/random.ts';
import type { PracticeCompany } from '#app/practice/index.ts';
import type { Side } from '#shared/datasets.ts';
import { control, recordsOf } from './practice-records.ts';
import type { Truth } from './truth/truth.ts';

/** The records that somebody else is likely to touch, because the program is busy with them. */
export interface Busy {
  readonly accounts: readonly string[];
  readonly customers: readonly string[];
  readonly names: readonly string[];
  /** What others do more often than anything else, because that is what could go wrong here. */
  readonly likely?: readonly EditKind[];
}

interface Edit {
  readonly side: Side;
  readonly touched: readonly string[];
  readonly path: string;
  readonly body?: unknown;
  readonly method?: string;
}

const kinds = [
  'link',
  'unlink',
  'token',
  'site',
  'delete-account',
  'merge-accounts',
  'take',
  'note',
  'inactive',
  'rename',
  'merge-customers',
  'vendor',
  'namesake',
] as const;
export type EditKind = (typeof kinds)[number];

/** Something that somebody else does, drawn at random. */
export function someEdit(random: Random, { likely = [] }: Busy): EditKind {
  return random.pick(likely.length > 0 && random.chance(0.6) ? likely : kinds);
}

/** Has somebody else do it to one of the records that the program is busy with; gives what, in words. */
export async function carryOut(
  kind: EditKind,
  random: Random,
  busy: Busy,
  practice: PracticeCompany,
  truth: Truth,
): Promise<string> {
  const edit = editOf(kind, random, busy, truth);
  if (edit === null) return '';
  const done = await control(practice, edit.side, edit.path, edit.body, edit.method);
  truth.edited(edit.side, await recordsOf(practice, edit.side), done === null ? [] : edit.touched);
  return done === null ? '' : `somebody: ${kind} ${edit.touched.join(' ')}`;
}

function editOf(kind: EditKind, random: Random, busy: Busy, truth: Truth): Edit | null {
  const accounts = truth.accounts().map(({ Id }) => Id);
  const customers = truth.customers().map(({ Id }) => Id);
  const mine = busy.accounts.filter((id) => accounts.includes(id));
  const account = random.pick(mine.length > 0 && random.chance(0.7) ? mine : accounts);
  const target = random.pick(busy.customers.length > 0 ? busy.customers : customers);
  const customer = customers.includes(target) && random.chance(0.8) ? target : random.pick(customers);
  const other = random.pick(accounts.filter((id) => id !== account));
  const edited = (side: Side, id: string, changes: object): Edit => {
    return { side, touched: [id], path: `records/${id}`, body: { changes } };
  };
  const linked = (id: string, to: string | null) =>
    edited('salesforce', id, {
      qime__QB_ID__c: to,
      qime__QB_SyncToken__c: to === null ? null : String(random.int(0, 5)),
    });
  switch (kind) {
    case 'link':
      return linked(account, random.pick(customers));
    case 'unlink':
      return linked(account, null);
    case 'take':
      return linked(other, customer);
    case 'token':
      return edited('salesforce', account, { qime__QB_SyncToken__c: String(random.int(10, 90)) });
    case 'site':
      return edited('salesforce', account, { Site: `Site ${random.int(1, 1_000)}` });
    case 'delete-account':
      return { side: 'salesforce', touched: [account], path: `records/${account}`, method: 'DELETE' };
    case 'merge-accounts':
      return {
        side: 'salesforce',
        touched: [account, other],
        path: 'merge/Account',
        body: { master: other, loser: account },
      };
    case 'note':
      return edited('quickbooks', customer, { Notes: `Note ${random.int(1, 1_000)}` });
    case 'inactive':
      return edited('quickbooks', customer, { Active: false });
    case 'rename':
      return edited('quickbooks', customer, { DisplayName: `Renamed ${random.int(1, 100_000)}` });
    case 'merge-customers': {
      const master = random.pick(customers.filter((id) => id !== customer));
      const body = { master, loser: customer };
      return { side: 'quickbooks', touched: [master, customer], path: 'merge/Customer', body };
    }
    case 'namesake': {
      const Name = busy.names.length > 0 ? random.pick(busy.names) : `Account ${random.int(1, 10_000)}`;
      return { side: 'salesforce', touched: [], path: 'add/Account', body: { fields: { Name } } };
    }
    case 'vendor': {
      const DisplayName = busy.names.length > 0 ? random.pick(busy.names) : `Vendor ${random.int(1, 10_000)}`;
      return {
        side: 'quickbooks',
        touched: [`name:${DisplayName}`],
        path: 'add/Vendor',
        body: { fields: { DisplayName } },
      };
    }
  }
}
