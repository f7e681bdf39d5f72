import type { Received, Reply } from '../service/scripted-server.ts';

/** A record of a scripted organisation, in API names. */
export type Row = Readonly<Record<string, unknown>>;

/** What a scripted organisation holds, and how large its pages are. */
export interface Organisation {
  readonly accounts: readonly Row[];
  readonly contacts?: readonly Row[];
  readonly fields?: readonly { name: string; type: string; updateable: boolean }[];
  readonly pageSize?: number;
  /** Accounts that are found changed since the export began. */
  readonly changed?: readonly Row[];
  /** What it counts, where that is to differ from what it holds. Called once for each count, in order. */
  readonly counted?: (object: 'Account' | 'Contact') => number;
}

const field = (name: string, type = 'string', updateable = true) => ({ name, type, updateable });

/** The fields of an organisation with the managed package. */
export const packageFields = [
  field('Id', 'id', false),
  field('Name'),
  field('Phone', 'phone'),
  field('Fax', 'phone'),
  field('BillingStreet', 'textarea'),
  field('BillingCity'),
  field('BillingState'),
  field('OwnerId', 'reference'),
  field('AnnualRevenue', 'currency'),
  field('SystemModstamp', 'datetime', false),
  field('LastModifiedDate', 'datetime', false),
  field('qime__QB_ID__c'),
  field('qime__QB_SyncToken__c'),
  field('qime__Taxable__c', 'boolean'),
];

/** The id of the nth account, 18 characters. */
export const accountId = (n: number) => `001${String(n).padStart(12, '0')}AAA`;

/** A row of an account as a query gives it. */
export function accountRow(n: number, fields: Row = {}): Row {
  return {
    attributes: { type: 'Account', url: `/services/data/v65.0/sobjects/Account/${accountId(n)}` },
    Id: accountId(n),
    Name: `Account ${n}`,
    SystemModstamp: '2026-01-02T03:04:05.000+0000',
    qime__QB_ID__c: null,
    qime__QB_SyncToken__c: null,
    ...fields,
  };
}

/** Answers a request as Salesforce would, for what an export and a read of links ask. */
export function answerAs(organisation: Organisation): (request: Received) => Reply {
  const { accounts, contacts = [], fields = packageFields, pageSize = 2000 } = organisation;
  const rowsOf = (soql: string): readonly Row[] => {
    const all = /FROM Contact/.test(soql) ? contacts : accounts;
    if (/SystemModstamp >=/.test(soql)) return /FROM Contact/.test(soql) ? [] : (organisation.changed ?? []);
    if (/ORDER BY SystemModstamp DESC LIMIT 1/.test(soql)) {
      return all.slice(0, 1).map((row) => ({ SystemModstamp: '2026-01-02T03:04:05.000+0000', ...row }));
    }
    const after = /Id > '(\w+)'/.exec(soql)?.[1];
    const list = /Id IN \(([^)]*)\)/.exec(soql)?.[1];
    return all.filter(
      ({ Id }) =>
        (after === undefined || String(Id) > after) && (list === undefined || list.includes(String(Id))),
    );
  };
  const page = (soql: string, from: number): Reply => {
    const rows = rowsOf(soql);
    const done = from + pageSize >= rows.length;
    const locator = `01g${/FROM Contact/.test(soql) ? 'C' : 'A'}-${from + pageSize}`;
    return {
      json: {
        totalSize: rows.length,
        done,
        ...(done ? {} : { nextRecordsUrl: `/services/data/v65.0/query/${locator}` }),
        records: rows.slice(from, from + pageSize),
      },
    };
  };
  return ({ path, query }) => {
    if (path.endsWith('/describe')) return { json: { name: 'Account', fields } };
    const locator = /\/query\/01g([CA])-(\d+)$/.exec(path);
    if (locator !== null)
      return page(locator[1] === 'C' ? 'FROM Contact' : 'FROM Account', Number(locator[2]));
    const soql = query.get('q') ?? '';
    if (/FROM Organization/.test(soql)) {
      const row = { Id: '00D000000000001AAA', Name: 'Acme', IsSandbox: true };
      return { json: { totalSize: 1, done: true, records: [row] } };
    }
    if (soql.startsWith('SELECT COUNT()')) {
      const object = /FROM Contact/.test(soql) ? 'Contact' : 'Account';
      const totalSize = organisation.counted?.(object) ?? rowsOf(soql).length;
      return { json: { totalSize, done: true, records: [] } };
    }
    return page(soql, 0);
  };
}
