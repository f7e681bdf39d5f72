import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { exchange } from '#app/sources/quickbooks/library.ts';
import { quickbooksOf } from '../../app/practice/clients.ts';
import type { Scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const creates = { method: 'POST', pathIncludes: '/customer' };
const named = async (world: World, name: string) =>
  (await world.recordsOf('quickbooks', 'Customer')).filter(({ DisplayName }) => DisplayName === name);

interface Library {
  new (
    ...settings: unknown[]
  ): {
    getPreferences(callback: (error: unknown, body?: unknown) => void): void;
  };
  V3_ENDPOINT_BASE_URL: string;
}

const calledTwice: Scenario = {
  fault: 'Trap 7: node-quickbooks calls back a second time when the callback throws',
  during: 'node-quickbooks: a read whose callback throws; the same through Counterpart’s adapter',
  outcome:
    'node-quickbooks calls back twice. The adapter settles once, with the answer of the request itself.',
  async run({ practice: { environment } }) {
    const QuickBooks: Library = createRequire(import.meta.url)('node-quickbooks');
    QuickBooks.V3_ENDPOINT_BASE_URL = `${environment.QUICKBOOKS_API_URL}/v3/company/`;
    const settings = [
      'id',
      'secret',
      environment.QUICKBOOKS_ACCESS_TOKEN,
      false,
      environment.QUICKBOOKS_REALM_ID,
    ];
    const client = new QuickBooks(...settings, true, false, null, '2.0', 'refresh');
    const calls = await new Promise<number>((resolve) => {
      let count = 0;
      client.getPreferences(() => {
        count += 1;
        if (count === 1) throw new Error('a fault in the callback');
        resolve(count);
      });
    });
    assert.equal(calls, 2);
    const access = {
      apiUrl: environment.QUICKBOOKS_API_URL ?? '',
      tokenUrl: environment.QUICKBOOKS_TOKEN_URL ?? '',
      realmId: environment.QUICKBOOKS_REALM_ID ?? '',
      accessToken: environment.QUICKBOOKS_ACCESS_TOKEN ?? '',
      clientId: 'id',
      clientSecret: 'secret',
      refreshToken: 'refresh',
    };
    let called = 0;
    const { answer } = await exchange(access, new AbortController().signal, (api, done) =>
      api.getCompanyInfo(access.realmId, (error, body) => {
        called += 1;
        done(error, body);
        if (called === 1) throw new Error('a fault in the callback');
      }),
    );
    assert.equal(answer?.status, 200);
    return 'node-quickbooks calls back twice. The adapter settles once, with the answer of the request itself.';
  },
};

const overwritten: Scenario = {
  fault: 'Trap 8: Id and SyncToken are sent on a create',
  during: 'node-quickbooks: createCustomer',
  outcome: `The customer of that id is overwritten, and what was left out is emptied. Counterpart sends neither with a create.`,
  async run(world) {
    const [before] = (await world.recordsOf('quickbooks', 'Customer')).filter(
      ({ PrimaryEmailAddr, ParentRef }) => PrimaryEmailAddr !== undefined && ParentRef === undefined,
    );
    assert.ok(before !== undefined);
    const { Id, SyncToken } = before;
    const answer = await quickbooksOf(world.practice)('createCustomer', {
      Id,
      SyncToken,
      DisplayName: 'Brand new',
    });
    assert.ok(answer.ok);
    const [after] = await named(world, 'Brand new');
    assert.deepEqual([after?.Id, after?.PrimaryEmailAddr], [Id, undefined]);
    return `The customer of that id is overwritten, and what was left out is emptied. Counterpart sends neither with a create.`;
  },
};

const nameRace: Scenario = {
  fault:
    'QuickBooks: somebody else takes the name right before (6240), as a vendor; the fault comes in lower case',
  during: 'node-quickbooks: createCustomer',
  outcome: `6240, and nothing is created. Counterpart says so of that customer and offers another name: see its creates above.`,
  async run(world) {
    const changes = [{ kind: 'add', entity: 'Vendor', fields: { DisplayName: 'Wanted name' } }];
    const create = () => quickbooksOf(world.practice)('createCustomer', { DisplayName: 'wanted  NAME' });
    await world.arm('quickbooks', { match: creates, fault: 'meanwhile', changes });
    assert.match(JSON.stringify(await create()), /"Fault".*6240/);
    await world.arm('quickbooks', { match: creates, fault: 'lowercase-fault' });
    assert.match(JSON.stringify(await create()), /"fault".*6240/);
    assert.deepEqual(await named(world, 'wanted  NAME'), []);
    return `6240, and nothing is created. Counterpart says so of that customer and offers another name: see its creates above.`;
  },
};

const stale: Scenario = {
  fault: 'QuickBooks: somebody else edits the customer between read and update (5010)',
  during: 'node-quickbooks: updateCustomer',
  outcome: `5010, and the other’s edit stands. Counterpart changes no customer without its SyncToken: see its undos above.`,
  async run(world) {
    const [customer] = await world.recordsOf('quickbooks', 'Customer');
    assert.ok(customer !== undefined);
    const { Id, SyncToken } = customer;
    const changes = [{ kind: 'edit', id: Id, changes: { Notes: 'the other’s' } }];
    await world.arm('quickbooks', { match: creates, fault: 'meanwhile', changes });
    const update = { Id, SyncToken, sparse: true, Notes: 'ours' };
    assert.match(JSON.stringify(await quickbooksOf(world.practice)('updateCustomer', update)), /5010/);
    const [after] = (await world.recordsOf('quickbooks', 'Customer')).filter((one) => one.Id === Id);
    assert.equal(after?.Notes, 'the other’s');
    return `5010, and the other’s edit stands. Counterpart changes no customer without its SyncToken: see its undos above.`;
  },
};

const replay: Scenario = {
  fault: 'QuickBooks: the connection is cut after a create was carried out',
  during: 'node-quickbooks: createCustomer with a requestId, twice',
  outcome: `The second call gives the customer of the first; there is one. Counterpart sends each create with a requestId that stays its own.`,
  async run(world) {
    await world.arm('quickbooks', { match: creates, fault: 'reset-after' });
    const create = () =>
      quickbooksOf(world.practice)('createCustomer', { DisplayName: 'Only once', requestId: 'r-1' });
    assert.ok(!(await create()).ok);
    assert.ok((await create()).ok);
    assert.equal((await named(world, 'Only once')).length, 1);
    return `The second call gives the customer of the first; there is one. Counterpart sends each create with a requestId that stays its own.`;
  },
};

/** What goes wrong with node-quickbooks and with writes to QuickBooks. */
export const quickbooksTraps: readonly Scenario[] = [calledTwice, overwritten, nameRace, stale, replay];
