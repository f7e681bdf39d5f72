import { join } from 'node:path';
import Fuse from 'fuse.js';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { type Account, bareAccount, bareCustomer, type Customer } from '#shared/records.ts';
import { csvRows } from './csv-rows.ts';
import { pairKey } from './linkage-set.ts';
import { summary } from './proposals-quality.ts';
import { vlookupLinks } from './quality.ts';
import type { Truth } from './truth.ts';

/** As many comparisons of names as fuse.js makes in about twenty seconds. */
const FUSE_COMPARISONS = 1_500_000;
const FUSE_MOST_CUSTOMERS = 200_000;

interface Names {
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
}

async function readNames(folder: string): Promise<Names> {
  const accounts: Account[] = [];
  for await (const { Id = '', Name = '', Email = '' } of csvRows(join(folder, 'accounts.csv'))) {
    accounts.push({ ...bareAccount(AccountId.parse(Id), Name), emails: Email.match(/[^\s,;]+/g) ?? [] });
  }
  const customers: Customer[] = [];
  for await (const { Id = '', DisplayName = '', PrimaryEmailAddr = '' } of csvRows(
    join(folder, 'customers.csv'),
  )) {
    customers.push({ ...bareCustomer(CustomerId.parse(Id), DisplayName), email: PrimaryEmailAddr });
  }
  return { accounts, customers };
}

function f1Of(links: readonly string[], truth: Truth, businesses: number): number {
  const right = links.flatMap((link) => truth.businessOf.get(link) ?? []);
  return summary(right.length, links.length, new Set(right).size, businesses).f1;
}

/** The first hit of fuse.js for each account's name among the display names, with its default options. */
function fuseLinks(accounts: readonly Account[], customers: readonly Customer[]): string[] {
  const fuse = new Fuse(customers, { keys: ['displayName'] });
  return accounts.flatMap(({ id, name }) => {
    const [hit] = fuse.search(name, { limit: 1 });
    return hit === undefined ? [] : [pairKey(id, hit.item.id)];
  });
}

/** What simpler means reach: F1 of each, and how many accounts fuse.js was asked about; null when it takes too long. */
export interface Baselines {
  readonly vlookup: number;
  readonly fuse: { readonly f1: number; readonly accounts: number } | null;
}

export async function baselines(folder: string, truth: Truth): Promise<Baselines> {
  const { accounts, customers } = await readNames(folder);
  const vlookup = f1Of(vlookupLinks({ accounts, customers }), truth, truth.businesses);
  if (customers.length > FUSE_MOST_CUSTOMERS) return { vlookup, fuse: null };
  const share = Math.max(1, Math.ceil((accounts.length * customers.length) / FUSE_COMPARISONS));
  const asked = accounts.filter((_, position) => position % share === 0);
  const matched = new Set(asked.flatMap(({ id }) => truth.accounts.get(id) ?? []));
  const fuse = { f1: f1Of(fuseLinks(asked, customers), truth, matched.size), accounts: asked.length };
  return { vlookup, fuse };
}
