import { z } from 'zod';
import { unusable } from '../service/answer.ts';
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
 * at `maxFetch` without a word. Throws `service-answer` where they go round in a circle.
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
  const follow = pageTrail(session);
  for (;;) {
    yield page;
    const { nextRecordsUrl, totalSize } = page;
    if (page.done || nextRecordsUrl === undefined) return;
    follow(nextRecordsUrl, totalSize);
    page = await session.read(Page, signal, (connection) => connection.queryMore(nextRecordsUrl));
  }
}

/**
 * To be told of each page that is gone on to. Throws `service-answer` where one leads back to one before, or there are more
 * than `most`: they would never end.
 */
export function pageTrail(session: SalesforceSession): (address: string, most: number) => void {
  const followed = new Set<string>();
  return (address, most) => {
    if (followed.has(address) || followed.size > most) {
      throw unusable(session.service, 'its pages do not come to an end');
    }
    followed.add(address);
  };
}
