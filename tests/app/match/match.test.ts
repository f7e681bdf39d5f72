import { describe, expect, test } from 'vitest';
import { match } from '#app/match/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import { account, address, customer } from './records.ts';

/** Enough unrelated records on both sides that rare words are rare. */
const crowd = {
  accounts: Array.from({ length: 80 }, (_, at) => account(`Z${at}`, { name: `Vexor${at}ia Trading` })),
  customers: Array.from({ length: 80 }, (_, at) =>
    customer(`9${at}`, { displayName: `Mundo${at}ka Supply` }),
  ),
};

async function proposalFor(id: string, accounts: readonly Account[], customers: readonly Customer[]) {
  const { proposals } = await match({
    accounts: [...accounts, ...crowd.accounts],
    customers: [...customers, ...crowd.customers],
  });
  const found = proposals.find(({ accountId }) => accountId === id);
  if (found === undefined) throw new Error(`No proposal for ${id}`);
  return found;
}

const quimby = { name: 'Quimby Optics', phone: '312 555 0123', emails: ['jo@quimbyoptics.com'] };
const quimbyCustomer = {
  displayName: 'Quimby Optics LLC',
  phone: '(312) 555-0123',
  email: 'jo@quimbyoptics.com',
};

describe('what is matched', () => {
  test('an account that is linked to an existing customer has no proposal, and its customer goes to nobody else', async () => {
    const { proposals } = await match({
      accounts: [account('A', { ...quimby, linkedCustomerId: '1' }), account('B', quimby)],
      customers: [customer('1', quimbyCustomer)],
    });
    expect(proposals).toMatchObject([{ accountId: 'B', state: 'no-candidate', candidates: [] }]);
  });

  test('an account whose id leads nowhere is matched like the rest', async () => {
    const found = await proposalFor(
      'A',
      [account('A', { ...quimby, linkedCustomerId: '404' })],
      [customer('1', quimbyCustomer)],
    );
    expect(found).toMatchObject({ state: 'suggested', candidates: [{ customerId: '1', band: 'certain' }] });
  });

  test('proposals come in the order of the accounts, one each', async () => {
    const accounts = ['C', 'A', 'B'].map((id) => account(id, { name: `Name ${id}` }));
    const { proposals } = await match({ accounts, customers: [] });
    expect(proposals.map(({ accountId }) => accountId)).toEqual(['C', 'A', 'B']);
    expect(proposals[0]).toMatchObject({ state: 'no-candidate', rivals: [], candidates: [] });
    expect(proposals[0]?.reason).toBe('No customer is like it in name, phone, e-mail, website or address');
  });
});

describe('a clear match', () => {
  test('is suggested as certain, with its reason', async () => {
    const found = await proposalFor('A', [account('A', quimby)], [customer('1', quimbyCustomer)]);
    expect(found).toMatchObject({
      state: 'suggested',
      rivals: [],
      candidates: [{ customerId: '1', band: 'certain' }],
    });
    expect(found.reason).toMatch(/agree$/);
  });

  test('is found under another name by phone and e-mail, and not called certain', async () => {
    const found = await proposalFor(
      'A',
      [account('A', quimby)],
      [customer('1', { ...quimbyCustomer, displayName: 'Jonquil Zwick' })],
    );
    expect(found).toMatchObject({ state: 'suggested', candidates: [{ customerId: '1', band: 'likely' }] });
    expect(found.reason).toMatch(/; name does not$/);
  });

  test('is found by its phone alone where the name is missing', async () => {
    const found = await proposalFor(
      'A',
      [account('A', { name: 'Quimby Optics', phone: '312 555 0123' })],
      [customer('1', { phone: '(312) 555-0123' })],
    );
    expect(found).toMatchObject({
      state: 'suggested',
      reason: 'Phone agrees',
      candidates: [{ customerId: '1', band: 'likely' }],
    });
  });

  test('is found in spite of errors in every word', async () => {
    const here = address({ street: '12 Zephyr Lane', city: 'Ottumwa', postalCode: '52501' });
    const found = await proposalFor(
      'A',
      [account('A', { name: 'Brandywine Upholstery', billing: here })],
      [customer('1', { displayName: 'Brandiwine Upholstrey', billing: { ...here, street: '12 Zephir Ln' } })],
    );
    expect(found).toMatchObject({ state: 'suggested', candidates: [{ customerId: '1' }] });
  });
});

describe('ties', () => {
  test('between two customers are a conflict that names the rival', async () => {
    const found = await proposalFor(
      'A',
      [account('A', quimby)],
      [customer('1', quimbyCustomer), customer('2', quimbyCustomer)],
    );
    expect(found.state).toBe('conflict');
    expect(found.candidates.map(({ customerId }) => customerId)).toEqual(['1', '2']);
    expect(found.rivals).toEqual([{ kind: 'customer', customerId: '2', margin: expect.closeTo(0, 3) }]);
    expect(found.reason).toMatch(/1 other customer fits about as well$/);
  });

  test('between two accounts are a conflict of both', async () => {
    const both = [account('A', quimby), account('B', quimby)];
    const found = await proposalFor('A', both, [customer('1', quimbyCustomer)]);
    expect(found.state).toBe('conflict');
    expect(found.rivals).toEqual([{ kind: 'account', accountId: 'B', margin: expect.closeTo(0, 3) }]);
    expect((await proposalFor('B', both, [customer('1', quimbyCustomer)])).state).toBe('conflict');
  });

  test('an account that only loses to a better one is told which', async () => {
    const worse = account('B', { name: quimby.name, phone: quimby.phone });
    const found = await proposalFor(
      'B',
      [account('A', { ...quimby, website: 'quimbyoptics.com' }), worse],
      [customer('1', { ...quimbyCustomer, website: 'quimbyoptics.com' })],
    );
    expect(found).toMatchObject({ state: 'conflict', rivals: [{ kind: 'account', accountId: 'A' }] });
    expect(found.rivals[0]?.margin).toBeLessThan(0);
    expect(found.reason).toContain('another account, Quimby Optics, fits this customer better');
  });
});

describe('the standing of a customer', () => {
  test('an inactive one comes after an active one of equal evidence', async () => {
    const found = await proposalFor(
      'A',
      [account('A', quimby)],
      [customer('1', { ...quimbyCustomer, active: false }), customer('2', quimbyCustomer)],
    );
    expect(found).toMatchObject({
      state: 'suggested',
      candidates: [{ customerId: '2' }, { customerId: '1' }],
    });
  });

  const job = {
    parentId: '1',
    job: true,
    displayName: 'Kitchen',
    fullyQualifiedName: 'Quimby Optics LLC:Kitchen',
    companyName: 'Quimby Optics LLC',
  };

  test('a job that shows what its parent shows stands behind the parent', async () => {
    const found = await proposalFor(
      'A',
      [account('A', quimby)],
      [customer('1', quimbyCustomer), customer('2', { ...quimbyCustomer, ...job })],
    );
    expect(found).toMatchObject({ state: 'suggested', candidates: [{ customerId: '1', band: 'certain' }] });
  });

  test('a job with evidence of its own is proposed', async () => {
    const here = address({ street: '77 Zephyr Lane', city: 'Ottumwa', postalCode: '52501' });
    const found = await proposalFor(
      'A',
      [account('A', { name: 'Brandywine Annex', phone: '641 555 0177', billing: here })],
      [
        customer('1', quimbyCustomer),
        customer('2', { ...job, displayName: 'Brandywine Annex', phone: '641 555 0177', billing: here }),
      ],
    );
    expect(found).toMatchObject({ state: 'suggested', candidates: [{ customerId: '2' }] });
  });
});

describe('shared identifiers', () => {
  test('a bookkeeper’s phone and e-mail on many names links none of them', async () => {
    const shared = { phone: '312 555 0100', email: 'info@ledgerbooks.com' };
    const customers = Array.from({ length: 30 }, (_, at) =>
      customer(`${at}`, { ...shared, displayName: `Brondel${at}x Foundry` }),
    );
    const one = account('A', { name: 'Zwick Upholstery', phone: shared.phone, emails: [shared.email] });
    const found = await proposalFor('A', [one], customers);
    expect(found.state).not.toBe('suggested');
  });

  test('a free-mail domain is no evidence', async () => {
    const found = await proposalFor(
      'A',
      [account('A', { name: 'Zwick', emails: ['zwick@gmail.com'] })],
      [customer('1', { displayName: 'Brondel', email: 'brondel@gmail.com' })],
    );
    expect(found).toMatchObject({ state: 'no-candidate', candidates: [] });
  });
});

describe('a running match', () => {
  const many = {
    accounts: Array.from({ length: 3000 }, (_, at) => account(`A${at}`, { name: `Vexor${at}ia Trading` })),
    customers: Array.from({ length: 3000 }, (_, at) =>
      customer(`${at}`, { displayName: `Vexor${at}ia Trading` }),
    ),
  };

  test('tells how far it is', async () => {
    const steps = new Set<string>();
    await match(many, {
      progress(step, done, total) {
        steps.add(step);
        expect(done).toBeLessThanOrEqual(total);
      },
    });
    expect([...steps]).toEqual(
      expect.arrayContaining(['Reading names and addresses', 'Learning the weights', 'Weighing']),
    );
  });

  test.each(['Reading names and addresses', 'Counting values', 'Learning the weights', 'Weighing'])(
    'stops when it is told to, at %s',
    async (last) => {
      const stop = new AbortController();
      const steps: string[] = [];
      const running = match(many, {
        signal: stop.signal,
        progress(step) {
          steps.push(step);
          if (step === last) stop.abort();
        },
      });
      await expect(running).rejects.toMatchObject({ code: 'cancelled' });
      expect(steps.at(-1)).toBe(last);
      expect(steps.filter((step) => step === last)).toHaveLength(1);
    },
  );
});
