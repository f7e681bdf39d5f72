import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Project } from '#app/project/index.ts';
import type { ActiveChange, QuickBooksClient } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { CustomerId, RunId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
import type { RemovalAction } from '#shared/removals.ts';
import { atOnce } from '#shared/steps.ts';
import { changeCustomers } from '../../../../../app/write/undo/made/change-customers.ts';
import type { Fault } from '../../../../support/fake-services.ts';
import { anOrganisation, aProject, aTime } from '../../../../support/projects.ts';
import { aCustomer, accountId, customerId } from '../../../../support/records.ts';

const lost = () => new AppError('service-unreachable', { service: 'QuickBooks', detail: 'reset' });
const refused = (serviceCode: string) =>
  new AppError('service-refused', { service: 'QuickBooks', serviceCode, detail: `words of ${serviceCode}` });

/** QuickBooks in memory, which changes a customer only while it has the SyncToken that is given. */
class FakeActivity implements Pick<QuickBooksClient, 'readWhole' | 'setActive'> {
  readonly customers: Map<CustomerId, Customer>;
  readonly faults: Fault[] = [];
  readonly refusals = new Map<CustomerId, string>();
  changes = 0;
  onCommit: () => void = () => undefined;

  constructor(customers: readonly Customer[]) {
    this.customers = new Map(customers.map((customer) => [customer.id, customer]));
  }

  async readWhole() {
    return this.customers;
  }

  async setActive({ id, syncToken, active, displayName }: ActiveChange): Promise<Customer> {
    const fault = this.faults.shift() ?? 'none';
    if (fault === 'lost-before') throw lost();
    if (fault === 'session') throw new AppError('service-session', { service: 'QuickBooks' });
    if (fault === 'refused-connection') throw new AppError('service-unreachable', { sent: 'no' });
    const refusal = this.refusals.get(id);
    if (refusal !== undefined) throw refused(refusal);
    const before = this.customers.get(id);
    if (before === undefined || before.syncToken !== syncToken) throw refused('5010');
    this.onCommit();
    const name = active ? displayName : `${before.displayName} (deleted)`;
    const after = { ...before, active, displayName: name, syncToken: String(Number(syncToken) + 1) };
    this.customers.set(id, after);
    this.changes += 1;
    this.onCommit();
    if (fault === 'lost-after') throw lost();
    return after;
  }
}

/** `n` customers that a run made and an undo of it is to change. */
function anUndo(n: number, action: RemovalAction = 'deactivate') {
  const active = action === 'deactivate';
  const customers = Array.from({ length: n }, (_, i) => aCustomer(i + 1, { syncToken: '3', active }));
  const project = aProject({ customers });
  const undone = project.journal.begin([], anOrganisation, 'tester', aTime);
  const run = project.journal.begin([], anOrganisation, 'tester', aTime, undone);
  atOnce(
    project.removals.plan(
      run,
      customers.map(({ id, displayName }, i) => ({
        action,
        recordId: id,
        name: displayName,
        accountId: accountId(i + 1),
        expected: '3',
      })),
      aTime,
    ),
  );
  return { project, run, services: new FakeActivity(customers) };
}

function carryOn(project: Project, services: FakeActivity, run: RunId, isUnlinked = () => true) {
  const ports = {
    quickbooks: services,
    removals: project.removals,
    now: () => aTime,
    isUnlinked,
    onChanged: (customer: Customer) => project.records.addCustomer(customer),
  };
  return changeCustomers(run, ports, { signal: new AbortController().signal, progress: () => undefined });
}

const states = (project: Project, run: RunId) => project.removals.entries(run).map(({ state }) => state);

describe('the customers that an undone run had created', () => {
  test('are made inactive, and are so in the project, too', async () => {
    const { project, run, services } = anUndo(2);
    await carryOn(project, services, run);
    expect(project.removals.entries(run)).toMatchObject([
      { state: 'done', version: '4' },
      { state: 'done', version: '4' },
    ]);
    expect(project.records.customers().map(({ active, displayName }) => [active, displayName])).toEqual([
      [false, 'Customer 1 (deleted)'],
      [false, 'Customer 2 (deleted)'],
    ]);
    expect(project.journal.run(run)?.removals).toMatchObject({ done: 2 });
  });

  test('are made active again under the names that they had', async () => {
    const { project, run, services } = anUndo(1, 'reactivate');
    services.customers.set(
      customerId(1),
      aCustomer(1, { syncToken: '3', active: false, displayName: 'Customer 1 (deleted)' }),
    );
    await carryOn(project, services, run);
    expect(services.customers.get(customerId(1))).toMatchObject({ active: true, displayName: 'Customer 1' });
  });

  test.each([
    ['is gone', (s: FakeActivity) => void s.customers.delete(customerId(1)), 'no longer in QuickBooks'],
    [
      'was changed',
      (s: FakeActivity) => void s.customers.set(customerId(1), aCustomer(1, { syncToken: '9' })),
      'changed',
    ],
    [
      'owes something',
      (s: FakeActivity) => void s.customers.set(customerId(1), aCustomer(1, { syncToken: '3', balance: 5 })),
      'open balance',
    ],
  ])('stays as it is where it %s', async (_, change, words) => {
    const { project, run, services } = anUndo(1);
    change(services);
    await carryOn(project, services, run);
    expect(project.removals.entries(run)).toMatchObject([
      { state: 'refused', message: expect.stringContaining(words) },
    ]);
    expect(services.changes).toBe(0);
  });

  test('stay active where their account still carries the id', async () => {
    const { project, run, services } = anUndo(1);
    await carryOn(project, services, run, () => false);
    expect([services.changes, states(project, run)]).toEqual([0, ['refused']]);
  });

  test('keep QuickBooks’ own words where it refuses', async () => {
    const { project, run, services } = anUndo(2);
    services.refusals.set(customerId(1), '6000');
    await carryOn(project, services, run);
    expect(project.removals.entries(run)).toMatchObject([
      {
        state: 'failed',
        message: expect.stringContaining('did not make it inactive'),
        serviceMessage: 'words of 6000',
      },
      { state: 'done' },
    ]);
  });

  test('wait where the sign-in was refused before anything was sent', async () => {
    const { project, run, services } = anUndo(1);
    services.setActive = () =>
      Promise.reject(new AppError('service-refused', { sent: 'no', detail: 'later' }));
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-refused' });
    expect(states(project, run)).toEqual(['planned']);
  });

  test('are settled by reading where no answer came', async () => {
    const { project, run, services } = anUndo(2);
    services.faults.push('lost-after', 'lost-before');
    await carryOn(project, services, run);
    expect([services.changes, states(project, run)]).toEqual([2, ['done', 'done']]);
  });

  test('are not taken for changed by this program where somebody else changed them meanwhile', async () => {
    const { project, run, services } = anUndo(1);
    services.faults.push('lost-before', 'lost-before', 'lost-before');
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-unreachable' });
    services.customers.set(customerId(1), aCustomer(1, { syncToken: '8', active: false }));
    await carryOn(project, services, run);
    expect([services.changes, states(project, run)]).toEqual([0, ['refused']]);
  });

  const fault = fc.constantFrom<Fault>('none', 'lost-before', 'lost-after', 'session', 'refused-connection');

  test('whatever is lost and wherever the program dies, each is changed once and the journal says so', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fault, { maxLength: 8 }),
        fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 3 }),
        fc.constantFrom<RemovalAction>('deactivate', 'reactivate'),
        async (n, faults, deaths, action) => {
          const { project, run, services } = anUndo(n, action);
          services.faults.push(...faults);
          for (const death of deaths) {
            let left = death;
            services.onCommit = () => {
              left -= 1;
              if (left < 0) throw new Error('the program died');
            };
            await carryOn(project, services, run).catch(() => undefined);
          }
          services.onCommit = () => undefined;
          services.faults.length = 0;
          await carryOn(project, services, run);
          expect(states(project, run)).toEqual(Array.from({ length: n }, () => 'done'));
          expect(services.changes).toBe(n);
        },
      ),
      { numRuns: 30 },
    );
  });
});
