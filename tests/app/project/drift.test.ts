import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#app/project/index.ts';
import type { Origin } from '#shared/datasets.ts';
import type { Account, Customer } from '#shared/records.ts';
import { anOrganisation, aProject } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount } from '../../support/records.ts';

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
    expect(project.drift.entries()).toEqual([]);
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
        changes: [{ field: 'linkedCustomerId', before: '7', after: '' }],
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
    expect(project.drift.entries()).toEqual([]);
    expect(project.drift.latest()).toBeNull();
    project.records.replace(dataset([anAccount(1, { name: 'Else' })]), dataset<Customer>([]));
    expect(kinds(project, 'salesforce')).toEqual(['changed A1', 'gone A2']);
    expect(project.drift.latest()?.salesforce).toEqual({ new: 0, changed: 1, gone: 1 });
  });

  test('keeps what earlier exports told, and which decisions came before each', () => {
    const project = aProject({ accounts: [anAccount(1), anAccount(2)] });
    project.records.replace(dataset([anAccount(1, { name: 'B' }), anAccount(2)]), dataset<Customer>([]));
    project.decisions.append([{ accountId: accountId(1), customerId: null, kind: 'ignore' }], 'me', later);
    project.records.replace(
      dataset([anAccount(1, { name: 'C' })], anOrganisation, new Date('2026-04-01')),
      dataset<Customer>([]),
    );
    expect(project.drift.entries().map(({ id, kind, lastDecision }) => [id, kind, lastDecision])).toEqual([
      ['A1', 'changed', 0],
      ['A1', 'changed', 1],
      ['A2', 'gone', 1],
    ]);
    expect(kinds(project, 'salesforce')).toEqual(['changed A1', 'gone A2']);
  });
});

describe('two exports can be compared', () => {
  const file = (hasIds: boolean): Origin => ({ kind: 'file', fileName: 'x.csv', hasIds });
  test.each([
    ['of a service and of a service', anOrganisation, anOrganisation, ['accounts', 'customers']],
    ['of a file and of a service', file(true), anOrganisation, []],
    ['of files with ids', file(true), file(true), ['accounts', 'customers']],
    ['of files without ids: customers, by their unique names', file(false), file(false), ['customers']],
    ['of a file without ids and one with', file(false), file(true), []],
  ] as const)('%s', (_case, before, after, comparable) => {
    const project = aProject({});
    const records = () => [dataset([anAccount(1)], before), dataset([aCustomer(1)], before)] as const;
    project.records.replace(...records());
    const now = new Date('2026-05-01');
    project.records.replace(dataset<Account>([], after, now), dataset<Customer>([], after, now));
    const report = project.drift.latest();
    expect([
      ...(report?.salesforce == null ? [] : ['accounts']),
      ...(report?.quickbooks == null ? [] : ['customers']),
    ]).toEqual(comparable);
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
