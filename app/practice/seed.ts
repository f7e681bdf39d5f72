import { z } from 'zod';
import { type Company, quickbooksEntities, salesforceObjects } from './company/company.ts';
import { generate } from './company/generate.ts';
import type { Identity } from './identity.ts';
import { recordTypes } from './salesforce/record-types.ts';
import { textOf } from './store/record.ts';
import type { Store } from './store/store.ts';

const settings = 'Setting';
const Seed = z.object({ value: z.int().nonnegative() });

/** The seed of the company that everybody practises with. */
export const usualSeed = 2_026;
/** That of the second company. */
export const secondSeed = 7_310;

/** Fills an empty store with the initial company. A store that has a company keeps it, whatever the seed. */
export function seedStore(store: Store, seed: number, identity: Identity): void {
  if (store.get(settings, 'seed') === undefined) fill(store, seed, companyOf(seed), identity);
}

/** Fills a store with a company that was made elsewhere, whatever it held. */
export function fillStore(store: Store, company: Company, identity: Identity): void {
  fill(store, usualSeed, company, identity);
}

/** Puts the initial company back: its records, the counters, and no answered requests. */
export function restoreStore(store: Store, identity: Identity): void {
  const seed = Seed.parse(store.get(settings, 'seed')).value;
  fill(store, seed, companyOf(seed), identity);
}

/** The last company made up: a reset puts the same one back, and making it up takes a third of a second. */
let lastMade: { readonly seed: number; readonly company: Company } | null = null;

function companyOf(seed: number): Company {
  if (lastMade?.seed !== seed) lastMade = { seed, company: generate(seed).company };
  return lastMade.company;
}

function fill(store: Store, seed: number, made: Company, identity: Identity): void {
  const company = asKnown(made, identity);
  store.transaction(() => {
    for (const collection of [
      ...salesforceObjects,
      ...quickbooksEntities,
      'RecordType',
      'Counter',
      'Request',
      'Merged',
    ]) {
      store.clear(collection);
    }
    for (const name of salesforceObjects) {
      for (const record of company.salesforce[name]) store.put(name, String(record.Id), record);
    }
    for (const record of recordTypes) store.put('RecordType', String(record.Id), record);
    for (const name of quickbooksEntities) {
      for (const record of company.quickbooks[name]) store.put(name, String(record.Id), record);
    }
    const lists = [company.quickbooks.Customer, company.quickbooks.Vendor, company.quickbooks.Employee];
    store.put('Counter', 'names', { last: Math.max(0, ...lists.flat().map(({ Id }) => Number(Id))) });
    store.put('Counter', 'addresses', { last: 10_000 });
    store.put(settings, 'seed', { value: seed });
  });
}

/** The company with the id, the name and the addresses under which both services know it. */
function asKnown({ salesforce, quickbooks }: Company, { organisationId, name, domain }: Identity): Company {
  const atHome = (address: string) => address.replace(/@.*/, `@${domain}`);
  return {
    salesforce: {
      ...salesforce,
      User: salesforce.User.map((record) => ({
        ...record,
        Username: atHome(textOf(record, 'Username')),
        Email: atHome(textOf(record, 'Email')),
      })),
      Organization: salesforce.Organization.map((record) => ({ ...record, Id: organisationId, Name: name })),
    },
    quickbooks: {
      ...quickbooks,
      CompanyInfo: quickbooks.CompanyInfo.map((record) => ({
        ...record,
        CompanyName: name,
        LegalName: name,
        Email: { Address: `books@${domain}` },
      })),
    },
  };
}
