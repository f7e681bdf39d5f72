import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openForReading } from '#app/project/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { aCustomer, anAccount } from '../../support/records.ts';

const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
const replace = (project: ReturnType<typeof aProject>, accounts: Account[], customers: Customer[]): void =>
  project.records.replace({ ...common, records: accounts }, { ...common, records: customers });

test('after another export only records that came or changed in what matching reads are new', () => {
  const customers = [aCustomer(1), aCustomer(2)];
  const project = aProject({ accounts: [anAccount(1), anAccount(2)], customers });
  const before = project.records.revision();
  replace(
    project,
    [anAccount(1, { lastModified: 'today', annualRevenue: 9 }), anAccount(2, { phone: '5' }), anAccount(3)],
    customers,
  );
  const changed = project.records.changedSince(before);
  expect(changed.accounts.map(({ id }) => id)).toEqual(['A2', 'A3']);
  expect(changed.customers).toEqual([]);
  expect(project.records.accounts()[0]?.annualRevenue).toBe(9);
});

test('customers that were stored before their reason for paying no tax was kept are read without one', () => {
  const project = aProject({ customers: [aCustomer(1)] });
  project.close();
  const database = new Database(project.path);
  database.exec("UPDATE customers SET record = json_remove(record, '$.taxExemptionReason')");
  database.close();
  const reading = openForReading(project.path);
  expect([...reading.records.customerBatches()].flat()).toEqual([aCustomer(1, { taxExemptionReason: '' })]);
  reading.close();
});

test('a link that was written is a change', () => {
  const project = aProject({ accounts: [anAccount(1), anAccount(2)] });
  const before = project.records.revision();
  project.records.updateAccount(anAccount(2, { linkedCustomerId: '7' }));
  expect(project.records.changedSince(before).accounts.map(({ id }) => id)).toEqual(['A2']);
});

test('another thread reads the records while they are written to, batch by batch in their order', () => {
  const accounts = Array.from({ length: 2_100 }, (_, n) => anAccount(3_000 - n));
  const project = aProject({ accounts });
  const reading = openForReading(project.path);
  const batches = reading.records.accountBatches()[Symbol.iterator]();
  const first: readonly Account[] = batches.next().value ?? [];
  project.records.updateAccount(anAccount(3_000, { linkedCustomerId: '7' }));
  const ids = [...first, ...[...{ [Symbol.iterator]: () => batches }].flat()].map(({ id }) => id);
  expect(ids).toEqual(accounts.map(({ id }) => id));
  expect(reading.records.accountIds()).toEqual(ids);
  reading.close();
});

test('an export that breaks off leaves the former records, and the next one is none the worse', () => {
  const project = aProject({ accounts: [anAccount(1)], customers: [aCustomer(1)] });
  const many = Array.from({ length: 1_200 }, (_, n) => anAccount(n + 1));
  const replacing = project.records.replacing(
    { ...common, records: many },
    { ...common, records: [aCustomer(2)] },
  );
  replacing.next();
  replacing.next();
  replacing.return();
  expect(project.records.accounts().map(({ id }) => id)).toEqual(['A1']);
  expect(project.records.customers().map(({ id }) => id)).toEqual(['1']);
  replace(project, [anAccount(7)], []);
  expect(project.records.accounts().map(({ id }) => id)).toEqual(['A7']);
});
