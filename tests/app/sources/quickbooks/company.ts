import type { Received, Reply } from '../service/scripted-server.ts';

/** A customer as a scripted company gives it. */
export type Row = Readonly<Record<string, unknown>> & { readonly Id: unknown };

/** What a scripted company holds. */
export interface Company {
  readonly customers: readonly Row[];
  readonly vendors?: readonly Row[];
  readonly employees?: readonly Row[];
  /** Customers that are found changed since the export began. */
  readonly changed?: readonly Row[];
  /** What it counts, where that is to differ from what it holds. Called once for each count, in order. */
  readonly counted?: () => number;
}

const updated = { LastUpdatedTime: '2026-01-02T03:04:05-08:00' };

/** A customer's row with nothing but what is always there. */
export function customerRow(n: number, more: Record<string, unknown> = {}): Row {
  return {
    Id: String(n),
    SyncToken: '0',
    DisplayName: `Customer ${n}`,
    Active: true,
    domain: 'QBO',
    MetaData: updated,
    ...more,
  };
}

/** Answers a request as QuickBooks would, for what an export and a look-up ask. */
export function answerAs(company: Company): (request: Received) => Reply {
  return ({ path, query }) => {
    if (/\/companyinfo\/\d+$/.test(path))
      return { json: { CompanyInfo: { CompanyName: 'Acme Books', Id: '1' } } };
    const sql = query.get('query') ?? '';
    const list = /from (vendor|employee)/.exec(sql)?.[1];
    const records =
      list === undefined ? company.customers : (company[list === 'vendor' ? 'vendors' : 'employees'] ?? []);
    if (/^select count\(\*\)/.test(sql)) {
      const counted = list === undefined ? company.counted?.() : undefined;
      return { json: { QueryResponse: { totalCount: counted ?? records.length } } };
    }
    const changed = list === undefined ? (company.changed ?? []) : records;
    const all = sql.includes('MetaData.LastUpdatedTime >=') ? changed : records;
    const found = all.filter(matches(sql));
    if (/orderby \S+ desc/.test(sql)) found.reverse();
    const start = Number(/startposition (\d+)/.exec(sql)?.[1] ?? 1);
    const size = Number(/maxresults (\d+)/.exec(sql)?.[1] ?? 100);
    const page = found.slice(start - 1, start - 1 + size);
    const entity = { vendor: 'Vendor', employee: 'Employee', '': 'Customer' }[list ?? ''] ?? '';
    const body = page.length === 0 ? {} : { [entity]: page, startPosition: start, maxResults: page.length };
    return { json: { QueryResponse: body, time: '2026-01-02T03:04:05.000-08:00' } };
  };
}

function matches(sql: string): (row: Row) => boolean {
  const list = /where (Id|DisplayName) IN \((.*)\) and Active/.exec(sql);
  if (list === null) return () => true;
  const [, field = '', values = ''] = list;
  const wanted = new Set(
    [...values.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, value = '']) =>
      value.replace(/\\(.)/g, '$1').toLowerCase(),
    ),
  );
  return (row) => wanted.has(String(row[field]).toLowerCase());
}
