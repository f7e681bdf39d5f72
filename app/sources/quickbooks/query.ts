import { z } from 'zod';
import { parsedAnswer } from '../service/answer.ts';
import { customerList, type List } from './list.ts';
import type { QuickBooksSession } from './session.ts';

/** Records of both kinds; without this QuickBooks leaves the inactive ones out. */
const everyone = { field: 'Active', value: [true, false], operator: 'IN' } as const;

const everyoneText = 'Active IN (true,false)';

/** Records that a page holds; the most that QuickBooks gives. */
export const pageSize = 1000;

/** A page of a list: its records as they came. */
function pageOf({ entity }: Pick<List<unknown>, 'entity'>): z.ZodType<unknown[]> {
  return z
    .looseObject({ QueryResponse: z.looseObject({ [entity]: z.array(z.unknown()).optional() }) })
    .transform(({ QueryResponse }) => QueryResponse[entity] ?? []);
}

const Count = z.looseObject({
  QueryResponse: z.looseObject({ totalCount: z.int().nonnegative() }),
});

/** How many records of the list the company has, inactive ones included. */
export async function countAll(
  session: QuickBooksSession,
  list: List<unknown>,
  signal: AbortSignal,
): Promise<number> {
  const { QueryResponse } = await session.read(Count, signal, (api, done) =>
    list.find(api, [{ count: true }, everyone], done),
  );
  return QueryResponse.totalCount;
}

/**
 * A page of all records of the list in the order of their ids, from the `start`th on (the first is 1), as they came.
 * See https://developer.intuit.com/app/developer/qbo/docs/learn/explore-the-quickbooks-online-api/data-queries
 */
export async function pageFrom(
  session: QuickBooksSession,
  list: List<unknown>,
  start: number,
  signal: AbortSignal,
): Promise<unknown[]> {
  const criteria = [
    everyone,
    { field: 'asc', value: 'Id' },
    { field: 'offset', value: start },
    { field: 'limit', value: pageSize },
  ];
  return await session.read(pageOf(list), signal, (api, done) => list.find(api, criteria, done));
}

const LastChange = z.array(
  z.looseObject({ Id: z.string(), MetaData: z.looseObject({ LastUpdatedTime: z.string() }).nullish() }),
);

/**
 * Where a list stands: QuickBooks' own time of the last change and the highest id, '' where there are none. Later
 * changes have a later time (or the same), later records a higher id.
 */
export async function latestOf(
  session: QuickBooksSession,
  list: List<unknown>,
  signal: AbortSignal,
): Promise<{ readonly time: string; readonly id: string }> {
  const last = async (order: string) => {
    const found = await session.read(pageOf(list).pipe(LastChange), signal, (api, done) =>
      list.find(api, `where ${everyoneText} orderby ${order} desc startposition 1 maxresults 1`, done),
    );
    return found[0];
  };
  const [changed, newest] = await Promise.all([last('MetaData.LastUpdatedTime'), last('Id')]);
  return { time: changed?.MetaData?.LastUpdatedTime ?? '', id: newest?.Id ?? '' };
}

/** The records that were changed or added at this moment (as QuickBooks wrote it) or later, as they came. */
export async function changedSince(
  session: QuickBooksSession,
  list: List<unknown>,
  time: string,
  signal: AbortSignal,
): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let start = 1; ; start += pageSize) {
    const page = await session.read(pageOf(list), signal, (api, done) =>
      list.find(
        api,
        `where MetaData.LastUpdatedTime >= ${literal(time)} and ${everyoneText} orderby Id asc startposition ${start} maxresults ${pageSize}`,
        done,
      ),
    );
    rows.push(...page);
    if (page.length < pageSize) return rows;
  }
}

/** Characters of one list of values; the whole query travels in the address, of which servers commonly take 8,000. */
const longestList = 7200;

/**
 * Customers whose field has one of the values, inactive ones included, in the form of the schema; asked for in as few
 * calls as fit, side by side. Throws `service-answer` when a customer is not of that form.
 */
export async function customersWith<T>(
  session: QuickBooksSession,
  field: 'Id' | 'DisplayName',
  values: readonly string[],
  schema: z.ZodType<T>,
  signal: AbortSignal,
): Promise<T[]> {
  const lists = listsOf([...new Set(values)].map(literal));
  const pages = await Promise.all(
    lists.map((list) =>
      session.read(pageOf(customerList), signal, (api, done) =>
        customerList.find(
          api,
          `where ${field} IN (${list.join(',')}) and ${everyoneText} startposition 1 maxresults ${pageSize}`,
          done,
        ),
      ),
    ),
  );
  return parsedAnswer(session.service, z.array(schema), pages.flat());
}

/** Cuts literals into lists that fit into one query each. */
function listsOf(literals: readonly string[]): string[][] {
  const lists: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const text of literals) {
    const cost = encodeURIComponent(text).replaceAll("'", '%27').length + '%2C'.length;
    const last = lists.at(-1);
    if (last === undefined || length + cost > longestList || last.length === pageSize) {
      lists.push([text]);
      length = cost;
    } else {
      last.push(text);
      length += cost;
    }
  }
  return lists;
}

/** A text as a literal of a query. node-quickbooks would escape the quote and leave the backslash. */
function literal(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&')}'`;
}
