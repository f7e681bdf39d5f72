import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { connectSalesforce, type SalesforceClient, settingsFromEnvironment } from '#app/sources/index.ts';
import { AccountId } from '#shared/ids.ts';
import { csvOf, recordsIn } from '../../../../app/sources/salesforce/bulk/csv.ts';
import { outcomesIn } from '../../../../app/sources/salesforce/bulk/results.ts';
import { thrownBy } from '../service/thrown.ts';

const { signal } = new AbortController();
const service = { name: 'Salesforce', address: 'https://acme.example' } as const;
const id = (n: number) => AccountId.parse(`001${String(n).padStart(12, '0')}AAA`);

describe('what is uploaded', () => {
  test('has lines that end with LF, and #N/A where a field is to be emptied', () => {
    expect(
      csvOf([
        ['Id', 'A'],
        ['1', ''],
        ['2', 'x, "y"\nz'],
      ]),
    ).toBe('Id,A\n1,#N/A\n2,"x, ""y""\nz"\n');
  });

  test('reads back as it was', () => {
    const rows = recordsIn(
      csvOf([
        ['Id', 'A'],
        ['1', 'a,b\r\n"c"'],
        ['2', '=1+1'],
      ]),
    );
    expect(rows.map((row) => [row.get('Id'), row.get('A')])).toEqual([
      ['1', 'a,b\r\n"c"'],
      ['2', '=1+1'],
    ]);
  });
});

describe('what became of the rows of a job', () => {
  const successful = `"sf__Id","sf__Created","Id"\n"${id(2)}","false","${id(2)}"\n"${id(1)}","false","${id(1)}"\n`;
  const failed = `"sf__Id","sf__Error","Id"\n"${id(3)}","UNABLE_TO_LOCK_ROW:unable to obtain exclusive access: retry:--","${id(3)}"\n`;
  const unprocessed = `"Id"\n"${id(4)}"\n`;

  test('is told by their ids, in whatever order they come; what stands nowhere is unsettled', () => {
    const ids = [1, 2, 3, 4, 5].map(id);
    expect(outcomesIn(service, { successful, failed, unprocessed }, ids)).toMatchObject([
      { kind: 'done' },
      { kind: 'done' },
      { kind: 'failed', code: 'UNABLE_TO_LOCK_ROW', transient: true },
      { kind: 'unsettled' },
      { kind: 'unsettled' },
    ]);
    const [, , refused] = outcomesIn(service, { successful, failed, unprocessed }, ids);
    expect(refused).toMatchObject({ serviceMessage: 'unable to obtain exclusive access: retry' });
  });

  test('is unsettled where a row stands in two results', () => {
    const both = { successful, failed: failed.replaceAll(id(3), id(1)), unprocessed: '' };
    expect(outcomesIn(service, both, [id(1), id(2)])).toMatchObject([
      { kind: 'unsettled' },
      { kind: 'done' },
    ]);
  });

  test('is not guessed from results without ids', () => {
    const odd = { successful: '"Name"\n"Acme"\n', failed: '', unprocessed: '' };
    expect(() => outcomesIn(service, odd, [id(1)])).toThrow('could not be used');
  });

  test('is an answer that cannot be used where a result broke off within a row: it is read again when the run goes on', () => {
    const cut = failed.slice(0, failed.indexOf('UNABLE') + 9);
    expect(() => outcomesIn(service, { successful, failed: cut, unprocessed }, [id(3)])).toThrow('broke off');
  });

  test('is known under ids of 15 characters, too', () => {
    const short = AccountId.parse(id(1).slice(0, 15));
    expect(outcomesIn(service, { successful, failed, unprocessed }, [short])).toEqual([{ kind: 'done' }]);
  });
});

describe('a job at the practice company', () => {
  let practice: PracticeCompany;
  let client: SalesforceClient;
  beforeAll(async () => {
    practice = await startPractice();
  });
  beforeEach(() => {
    practice.reset();
    const { salesforce } = settingsFromEnvironment(practice.environment);
    if (salesforce === null) throw new Error('The practice company has no settings for Salesforce.');
    client = connectSalesforce(salesforce);
  });
  afterAll(() => practice.close());

  const log = async () => {
    const answer = await fetch(`${practice.salesforceUrl}/practice/log`);
    return (await answer.json()) as { id: string; changes: object }[];
  };
  async function accounts(count: number): Promise<AccountId[]> {
    const answer = await fetch(`${practice.salesforceUrl}/practice/records`);
    const { Account } = (await answer.json()) as { Account: { Id: string }[] };
    return Account.slice(0, count).map(({ Id }) => AccountId.parse(Id));
  }
  const finish = async (job: string) => {
    for (let state = await client.bulk.stateOf(job, signal); state?.stage !== 'over'; ) {
      state = await client.bulk.stateOf(job, signal);
    }
  };
  const link = (accountId: AccountId, customerId: string) => ({
    accountId,
    link: { customerId, syncToken: customerId === '' ? '' : '3' },
  });

  test('writes the two link fields and nothing else, and empties them where the link is blank', async () => {
    const [first, second] = await accounts(2);
    if (first === undefined || second === undefined) throw new Error('too few accounts');
    const write = async (...links: ReturnType<typeof link>[]) => {
      const job = await client.bulk.open(signal);
      await client.bulk.upload(job, links, signal);
      await client.bulk.start(job, signal);
      await finish(job);
      return await client.bulk.outcomes(job, [first, second], signal);
    };
    expect(await write(link(first, '77001'), link(second, '77002'))).toEqual([
      { kind: 'done' },
      { kind: 'done' },
    ]);
    await write(link(first, ''), link(second, '77003'));
    const read = await client.readLinks([first, second], signal);
    expect([...read.values()].map((one) => one.link)).toEqual([
      { customerId: '', syncToken: '' },
      { customerId: '77003', syncToken: '3' },
    ]);
    for (const { changes } of await log()) {
      const fields = Object.keys(changes).filter((name) => !/^(SystemModstamp|LastModified)/.test(name));
      expect(fields.every((name) => /^qime__QB_/.test(name))).toBe(true);
    }
  });

  test('writes nothing when it is taken back before it began, and is never deleted', async () => {
    const [first] = await accounts(1);
    if (first === undefined) throw new Error('too few accounts');
    const job = await client.bulk.open(signal);
    await client.bulk.upload(job, [link(first, '77001')], signal);
    await client.bulk.start(job, signal);
    await client.bulk.abort(job, signal);
    expect(await client.bulk.stateOf(job, signal)).toMatchObject({ stage: 'over' });
    expect(await client.bulk.outcomes(job, [first], signal)).toEqual([{ kind: 'unsettled' }]);
    expect(await log()).toEqual([]);
  });

  test('that Salesforce has forgotten is null', async () => {
    expect(await client.bulk.stateOf('7500000000000ZZAAA', signal)).toBeNull();
  });

  test('reads what people entered on accounts, and none of the fields that a link changes', async () => {
    const ids = await accounts(3);
    const before = await client.readEntered(ids, signal);
    await client.writeLinks(
      ids.map((one, n) => link(one, String(77_001 + n))),
      signal,
    );
    expect(await client.readEntered(ids, signal)).toEqual(before);
    expect([...before.keys()]).toEqual(ids);
    expect(before.get(ids[0] ?? id(0))?.has('Phone')).toBe(true);
  });

  test('that is not there takes no links', async () => {
    expect(await thrownBy(client.bulk.upload('7500000000000ZZAAA', [], signal))).toMatchObject({
      code: 'service-refused',
    });
  });
});
