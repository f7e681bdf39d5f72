import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import fc from 'fast-check';
import { z } from 'zod';
import { connectQuickBooks, connectSalesforce } from '#app/sources/index.ts';
import { allAccounts } from '#shared/account-choice.ts';
import { NewCustomer, NewCustomerField } from '#shared/creating.ts';
import { AppError } from '#shared/errors.ts';
import { accountId, customerId } from '../../support/records.ts';
import { asJson } from '../bytes.ts';
import { asRefusal } from '../invariants.ts';
import { quiet } from '../quiet.ts';
import { Finding, type Target } from '../target.ts';

const Answer = z.object({ status: z.int().min(200).max(599), type: z.string().max(100), body: z.unknown() });
type Answer = z.infer<typeof Answer>;
const Input = z.object({ call: z.string(), answers: z.array(Answer).min(1).max(12) });

/** The answers that were recorded from the real services, and those made after their documents. */
function recorded(side: 'salesforce' | 'quickbooks'): Answer[] {
  const folder = join(import.meta.dirname, '../../fixtures/answers', side);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.http'))
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const end = text.indexOf('\n\n');
      const body = text.slice(end + 2).trimEnd();
      return {
        status: Number(/^HTTP\/1.1 (\d+)/.exec(text)?.[1]),
        type: /^content-type: (.*)$/im.exec(text.slice(0, end))?.[1] ?? 'application/json',
        body: parsed(body),
      };
    });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

const newCustomer = NewCustomer.parse(
  Object.fromEntries(NewCustomerField.options.map((field) => [field, 'A'])),
);

/** The longest that one call may take here (milliseconds). */
const patience = 2_000;

type Calls = Readonly<Record<string, () => Promise<unknown>>>;

function salesforceCalls(instanceUrl: string): Calls {
  const client = connectSalesforce(
    {
      instanceUrl,
      accessToken: 'token-1',
      refreshToken: 'token-2',
      clientId: 'app',
    },
    {},
    patience,
  );
  const { signal } = quiet;
  const ids = [accountId('00100000000001AAA'), accountId('00100000000002AAA')];
  const link = { customerId: '7', syncToken: '0' };
  return {
    identify: () => client.identify(signal),
    preflight: () => client.preflight(signal),
    choices: () => client.accountChoices(signal),
    export: () => client.exportAccounts(allAccounts, quiet),
    fates: () => client.readFates(ids, quiet),
    links: () => client.readLinks(ids, signal),
    holders: () => client.readHolders([customerId(7)], signal),
    write: () =>
      client.writeLinks(
        ids.map((id) => ({ accountId: id, link })),
        signal,
      ),
    entered: () => client.readEntered(ids, signal),
    form: () => client.newAccountForm(signal),
    create: () => client.createAccounts([{ fields: { Name: 'A' }, link }], false, signal),
    carriers: () => client.readCarriers([customerId(7)], signal),
    namesakes: () => client.readNamesakes(['A'], signal),
    accounts: () => client.readAccounts(ids, signal),
    job: () => client.bulk.open(signal),
    state: () => client.bulk.stateOf('750000000000001AAA', signal),
    outcomes: () => client.bulk.outcomes('750000000000001AAA', ids, signal),
  };
}

function quickbooksCalls(apiUrl: string): Calls {
  const tokenUrl = `${apiUrl}/tokens`;
  const client = connectQuickBooks(
    {
      apiUrl,
      tokenUrl,
      realmId: '1',
      accessToken: 'token-1',
      refreshToken: 'token-2',
      clientId: 'app',
      clientSecret: 'secret-1',
    },
    {},
    patience,
  );
  const { signal } = quiet;
  const ids = [customerId(1), customerId(2)];
  return {
    identify: () => client.identify(signal),
    preflight: () => client.preflight(signal),
    export: () => client.exportCustomers(quiet),
    customers: () => client.readCustomers(ids, signal),
    whole: () => client.readWhole(ids, signal),
    named: () => client.customersNamed(['A'], signal),
    find: () => client.findByDisplayName(['A'], signal),
    activity: () =>
      client.setActive({ id: customerId(1), syncToken: '0', active: false, displayName: '' }, signal),
    create: () => client.createCustomer(newCustomer, 'request-1', signal),
  };
}

/** A service that gives whatever answers to the calls of our client. */
function answersOf(side: 'salesforce' | 'quickbooks', callsAt: (address: string) => Calls): Target {
  const answers = recorded(side);
  const names = Object.keys(callsAt('http://127.0.0.1:1'));
  return {
    name: `answers-${side}`,
    form: 'json',
    any: asJson(
      fc.record({
        call: fc.constantFrom(...names),
        answers: fc.array(
          fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(...answers) },
            {
              weight: 1,
              arbitrary: fc.record({
                status: fc.constantFrom(200, 200, 201, 204, 400, 401, 403, 404, 429, 500, 503),
                type: fc.constant('application/json'),
                body: fc.jsonValue({ maxDepth: 3 }),
              }),
            },
          ),
          { minLength: 1, maxLength: 6 },
        ),
      }),
    ),
    words: [
      ...names,
      'records',
      'totalSize',
      'done',
      'nextRecordsUrl',
      'QueryResponse',
      'Customer',
      'Fault',
      'Error',
      'code',
      'Id',
      'SyncToken',
      'attributes',
      '6240',
    ],
    async open() {
      const wait = timers.setTimeout;
      // Between two tries a client waits a second or a minute, which says nothing here.
      timers.setTimeout = (_time, value) => Promise.resolve(value) as never;
      syncBuiltinESMExports();
      let left: Answer[] = [];
      const server = createServer((request, response) => {
        request.resume();
        const { status, type, body } = left.length > 1 ? (left.shift() as Answer) : (left[0] as Answer);
        // Without the header our client waits for a minute before the next try.
        response.writeHead(status, {
          'content-type': type.replace(/[^\x20-\x7e]/g, '?'),
          'retry-after': '0',
        });
        response.end(status === 204 ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return {
        async take(bytes) {
          const input = Input.safeParse(parsed(Buffer.from(bytes).toString()));
          if (!input.success) return 'refused';
          left = input.data.answers;
          const calls = callsAt(address);
          const call = Object.hasOwn(calls, input.data.call) ? calls[input.data.call] : undefined;
          if (call === undefined) return 'refused';
          try {
            await call();
            return 'taken';
          } catch (error) {
            const verdict = asRefusal(error);
            // Every call is answered at once here.
            if (error instanceof AppError && error.data.waitedSeconds !== undefined) {
              throw new Finding('an answer came, and it was waited for all the same');
            }
            return verdict;
          }
        },
        async close() {
          timers.setTimeout = wait;
          syncBuiltinESMExports();
          server.closeAllConnections();
          await new Promise((resolve) => server.close(resolve));
        },
      };
    },
  };
}

export const salesforceAnswers = answersOf('salesforce', salesforceCalls);
export const quickbooksAnswers = answersOf('quickbooks', quickbooksCalls);
