import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#app/project/index.ts';
import type { Origin } from '#shared/datasets.ts';
import type { Account, Customer } from '#shared/records.ts';
import { anOrganisation, aProject } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, customerId } from '../../support/records.ts';

type Project = ReturnType<typeof aProject>;

const later = new Date('2026-03-01T00:00:00.000Z');
const dataset = <T>(records: T[], origin: Origin = anOrganisation, exportedAt = later): Dataset<T> => ({
  origin,
  exportedAt,
  records,
  problems: [],
});
const kinds = (project: Project, side: 'salesforce' | 'quickbooks') =>
  (['new', 'changed', 'gone'] as const).flatMap((kind) =>
    project.drift.found(side, kind, 0, 100).map(({ id }) => `${kind} ${id}`),
  );

describe('an export', () => {
  test('that is the first has nothing to be compared with', () => {
    const project = aProject({ accounts: [anAccount(1)], customers: [aCustomer(1)] });
    expect(project.drift.latest()).toBeNull();
    expect(project.drift.bearing()).toEqual([]);
  });

  test('tells what is new, changed and gone on each side, since when', () => {
    const project = aProject({
      accounts: [anAccount(1), anAccount(2), anAccount(3, { linkedCustomerId: '7' })],
      customers: [aCustomer(1), aCustomer(2)],
    });
    project.records.replace(
      {
        ...dataset([anAccount(1), anAccount(2, { phone: '5' }), anAccount(4)]),
        fates: new Map([['A3', { kind: 'merged', into: accountId(4) }]]),
      },
      dataset([aCustomer(1, { balance: 7, syncToken: '9' }), aCustomer(2, { active: false })]),
    );
    expect(project.drift.latest()).toEqual({
      at: '2026-03-01T00:00:00.000Z',
      since: '2026-02-03T04:05:06.000Z',
      salesforce: { new: 1, changed: 1, gone: 1 },
      quickbooks: { new: 0, changed: 1, gone: 0 },
    });
    expect(kinds(project, 'salesforce')).toEqual(['new A4', 'changed A2', 'gone A3']);
    expect(project.drift.found('salesforce', 'gone', 0, 10)).toEqual([
      {
        side: 'salesforce',
        kind: 'gone',
        id: 'A3',
        name: 'Account 3',
        changes: expect.arrayContaining([{ field: 'linkedCustomerId', before: '7', after: '' }]),
        fate: { kind: 'merged', into: 'A4' },
      },
    ]);
    expect(project.drift.found('quickbooks', 'changed', 0, 10)[0]?.changes).toEqual([
      { field: 'active', before: 'yes', after: 'no' },
    ]);
  });

  test('is told page by page, by name', () => {
    const project = aProject({});
    const names = ['delta', 'Alpha', 'charlie', 'Bravo'];
    const accounts = names.map((name, n) => anAccount(n + 1, { name }));
    project.records.replace(dataset(accounts), dataset<Customer>([]));
    const page = (skip: number) => project.drift.found('salesforce', 'new', skip, 3).map(({ name }) => name);
    expect([page(0), page(3)]).toEqual([['Alpha', 'Bravo', 'charlie'], ['delta']]);
  });

  test('that broke off leaves no word, and the next one tells all', () => {
    const project = aProject({ accounts: [anAccount(1), anAccount(2)] });
    const broken = project.records.replacing(dataset<Account>([anAccount(9)]), dataset<Customer>([]));
    for (let step = 0; step < 2; step += 1) broken.next();
    broken.return();
    expect(project.drift.bearing()).toEqual([]);
    expect(project.drift.latest()).toBeNull();
    project.records.replace(dataset([anAccount(1, { name: 'Else' })]), dataset<Customer>([]));
    expect(kinds(project, 'salesforce')).toEqual(['changed A1', 'gone A2']);
    expect(project.drift.latest()?.salesforce).toEqual({ new: 0, changed: 1, gone: 1 });
  });

  test('keeps of earlier exports what bears on a link or a decision', () => {
    const project = aProject({
      accounts: [anAccount(1), anAccount(2), anAccount(3), anAccount(4, { linkedCustomerId: '1' })],
      customers: [aCustomer(1), aCustomer(2), aCustomer(3)],
    });
    const decision = { accountId: accountId(1), customerId: customerId(2), kind: 'confirm' as const };
    project.decisions.append([decision], 'me', later, project.records.revision());
    const change = (name: string, at: Date) =>
      project.records.replace(
        dataset([anAccount(1, { name }), anAccount(2, { name }), anAccount(4)], anOrganisation, at),
        dataset([aCustomer(1, { active: false }), aCustomer(2, { displayName: name })], anOrganisation, at),
      );
    change('B', later);
    change('C', new Date('2026-04-01'));
    expect(project.drift.bearing().map(({ export: number, kind, id }) => `${number} ${kind} ${id}`)).toEqual([
      // Account 2, of which nobody said anything, and account 3, which carried nothing, bear on nothing.
      '2 changed 1',
      '2 changed 2',
      '2 gone 3',
      '2 changed A1',
      '2 changed A4',
      '3 changed 2',
      '3 changed A1',
    ]);
  });

  test('tells of what is gone all that it said, so that it is known again', () => {
    const project = aProject({ accounts: [anAccount(1, { phone: '5' })] });
    project.records.replace(dataset<Account>([]), dataset<Customer>([]));
    const [gone] = project.drift.found('salesforce', 'gone', 0, 10);
    expect(gone?.changes).toContainEqual({ field: 'phone', before: '5', after: '' });
    expect(gone?.changes).toContainEqual({ field: 'website', before: '', after: '' });
  });
});

test('what was there, with what is new and without what is gone, is what is there now', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });
  fc.assert(
    fc.property(ids, ids, fc.integer({ min: 0, max: 12 }), (before, after, renamed) => {
      const project = aProject({ accounts: before.map((n) => anAccount(n)) });
      const next = after.map((n) => anAccount(n, n <= renamed ? { name: `New ${n}` } : {}));
      project.records.replace(dataset(next), dataset<Customer>([]));
      const of = (kind: 'new' | 'changed' | 'gone') =>
        project.drift.found('salesforce', kind, 0, 100).map(({ id }) => id as string);
      const gone = new Set(of('gone'));
      const left = before.map((n) => accountId(n) as string).filter((id) => !gone.has(id));
      expect([...left, ...of('new')].sort()).toEqual(next.map(({ id }) => id as string).sort());
      const both = new Set(before).intersection(new Set(after));
      expect(of('changed').sort()).toEqual(
        [...both]
          .filter((n) => n <= renamed)
          .map((n) => accountId(n) as string)
          .sort(),
      );
    }),
    { numRuns: 40 },
  );
});
