import { z } from 'zod';
import type { SalesforceSession } from './session.ts';

/** Records a page holds; the most that Salesforce gives, and less where records are wide. */
const pageSize = 2000;

/** One page of a query's answer. `totalSize` counts the rows of all its pages. */
export const Page = z.looseObject({
  totalSize: z.int().nonnegative(),
  done: z.boolean(),
  nextRecordsUrl: z.string().min(1).optional(),
  records: z.array(z.unknown()),
});
export type Page = z.infer<typeof Page>;

/**
 * The pages of a query, one after the other; `withDeleted` finds what lies in the recycle bin, too. They are followed here and not by jsforce, whose automatic fetching ends
 * at `maxFetch` without a word.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_query.htm
 */
export async function* pagesOf(
  session: SalesforceSession,
  { soql, withDeleted = false }: { readonly soql: string; readonly withDeleted?: boolean },
  signal: AbortSignal,
): AsyncGenerator<Page> {
  let page = await session.read(Page, signal, (connection) =>
    connection.query(soql, {
      scanAll: withDeleted,
      headers: { 'Sforce-Query-Options': `batchSize=${pageSize}` },
      maxFetch: pageSize,
    }),
  );
  for (;;) {
    yield page;
    const { nextRecordsUrl } = page;
    if (page.done || nextRecordsUrl === undefined) return;
    page = await session.read(Page, signal, (connection) => connection.queryMore(nextRecordsUrl));
  }
}
