import { describe, expect, test } from 'vitest';
import { connectQuickBooks } from '#app/sources/index.ts';
import { type NewCustomer, NewCustomerField } from '#shared/creating.ts';
import { cut, type Reply, scriptedServer } from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';

const { signal } = new AbortController();
const blank = Object.fromEntries(NewCustomerField.options.map((field) => [field, ''])) as NewCustomer;
const acme: NewCustomer = { ...blank, displayName: 'Acme', taxable: 'no' };
const created: Reply = {
  json: { Customer: { Id: '58', SyncToken: '0', DisplayName: 'Acme', Active: true }, time: '' },
};
const fault = (status: number, keys: 'upper' | 'lower', code: string): Reply => {
  const error = { Message: 'Duplicate Name Exists Error', Detail: 'It exists', code };
  const lower = { message: 'Duplicate Name Exists Error', detail: 'It exists', code };
  return { status, json: keys === 'upper' ? { Fault: { Error: [error] } } : { fault: { error: [lower] } } };
};

/** A company that answers one create after another like this, the last answer again and again. */
async function companyThatSays(...replies: readonly Reply[]) {
  let place = 0;
  const server = await scriptedServer(() => {
    const reply = replies[Math.min(place, replies.length - 1)];
    place += 1;
    return reply ?? cut;
  });
  const client = connectQuickBooks({ realmId: '123', accessToken: 'token', apiUrl: server.url });
  return { server, client };
}

describe('creating a customer', () => {
  test('posts the fields with the request id beside them, and gives the customer as it is then', async () => {
    const { server, client } = await companyThatSays(created);
    await using _ = server;
    expect(await client.createCustomer(acme, 'request-1', signal)).toMatchObject({
      id: '58',
      syncToken: '0',
    });
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'POST', path: '/v3/company/123/customer' });
    expect(request?.query.get('requestid')).toBe('request-1');
    expect(JSON.parse(request?.body ?? '')).toEqual({ Active: true, DisplayName: 'Acme', Taxable: false });
  });

  test('waits where QuickBooks asks for it, and sends the request id again then', async () => {
    const slowDown: Reply = {
      status: 429,
      headers: { 'retry-after': '1' },
      json: fault(429, 'lower', '3001'),
    };
    const { server, client } = await companyThatSays(slowDown, created);
    await using _ = server;
    const waits: number[] = [];
    await client.createCustomer(acme, 'request-1', signal, (seconds) => waits.push(seconds));
    expect(server.received.map(({ query }) => query.get('requestid'))).toEqual(['request-1', 'request-1']);
    expect(waits).toContain(1);
  });

  test.each([
    ['a 400', fault(400, 'upper', '6240')],
    ['a 400 in lower case', fault(400, 'lower', '6240')],
    ['a 200 that carries a Fault', fault(200, 'upper', '6240')],
  ])('gives %s as a refusal with its code', async (_, reply) => {
    const { server, client } = await companyThatSays(reply);
    await using __ = server;
    const error = await thrownBy(client.createCustomer(acme, 'request-1', signal));
    expect(error).toMatchObject({
      code: 'service-refused',
      data: { serviceCode: '6240', detail: 'Duplicate Name Exists Error: It exists (6240)' },
    });
    expect(server.received).toHaveLength(1);
  });

  test.each<[string, Reply, string]>([
    ['is cut off', cut, 'service-unreachable'],
    ['is a 503', { status: 503, json: {} }, 'service-answer'],
    ['has no customer in it', { json: {} }, 'service-answer'],
  ])(
    'is not sent again by itself where the answer %s, and does not say that it was not sent',
    async (_, reply, code) => {
      const { server, client } = await companyThatSays(reply);
      await using __ = server;
      const error = await thrownBy(client.createCustomer(acme, 'request-1', signal));
      expect([error.code, error.data.sent]).toEqual([code, undefined]);
      expect(server.received).toHaveLength(1);
    },
  );

  test('is not sent any more once the person has stopped it', async () => {
    const { server, client } = await companyThatSays(created);
    await using _ = server;
    const stop = AbortSignal.abort();
    expect(await thrownBy(client.createCustomer(acme, 'request-1', stop))).toMatchObject({
      code: 'cancelled',
      data: { sent: 'no' },
    });
    expect(server.received).toEqual([]);
  });
});
