import { z } from 'zod';
import type { AccountChoices } from '#shared/account-choice.ts';
import { parsedAnswer } from '../service/answer.ts';
import { TextField } from '../service/text.ts';
import { together } from '../service/together.ts';
import { RecordId } from './account-record.ts';
import { pageTrail } from './pages.ts';
import { queryAll } from './query.ts';
import type { SalesforceSession } from './session.ts';

const Description = z.looseObject({
  recordTypeInfos: z.array(
    z.looseObject({
      recordTypeId: RecordId,
      name: z.string(),
      active: z.boolean(),
      master: z.boolean(),
    }),
  ),
});

/** A grouped query has one page and no more, and fails where its rows do not fit: the owners with most accounts will do. */
const owners = `SELECT OwnerId, Owner.Name, COUNT(Id) accounts FROM Account
  GROUP BY OwnerId, Owner.Name ORDER BY COUNT(Id) DESC LIMIT 2000`.replace(/\s+/g, ' ');
const OwnerRow = z.looseObject({ OwnerId: RecordId, Name: TextField, accounts: z.int() });

/** A page holds 25 list views, and no organisation has more than some thousands. */
const mostListViewPages = 2_000;

const ListViews = z.looseObject({
  nextRecordsUrl: z.string().min(1).nullish(),
  listviews: z.array(
    z.looseObject({ id: RecordId, label: z.string(), soqlCompatible: z.boolean().catch(true) }),
  ),
});

/**
 * What the accounts can be chosen by: their active record types (none where the organisation has only the master one),
 * their owners, those with most accounts first, and the list views that have a query.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_listviews.htm
 */
export async function accountChoices(
  session: SalesforceSession,
  signal: AbortSignal,
): Promise<AccountChoices> {
  const read = (record: unknown) => parsedAnswer(session.service, OwnerRow, record);
  const [{ recordTypeInfos }, owned, listViews] = await together(signal, (either) => [
    session.read(Description, either, (connection) => connection.describe('Account')),
    queryAll(session, { what: 'owners', soql: owners, read }, either),
    listViewsOf(session, either),
  ]);
  return {
    recordTypes: recordTypeInfos
      .filter(({ active, master }) => active && !master)
      .map(({ recordTypeId, name }) => ({ id: recordTypeId, name })),
    owners: owned.map(({ OwnerId, Name, accounts }) => ({ id: OwnerId, name: Name, accounts })),
    listViews,
  };
}

async function listViewsOf(
  session: SalesforceSession,
  signal: AbortSignal,
): Promise<AccountChoices['listViews']> {
  const found: AccountChoices['listViews'] = [];
  let page = await session.read(ListViews, signal, (connection) => connection.sobject('Account').listviews());
  const follow = pageTrail(session);
  for (;;) {
    for (const { id, label, soqlCompatible } of page.listviews) {
      if (soqlCompatible) found.push({ id, name: label });
    }
    const { nextRecordsUrl } = page;
    if (nextRecordsUrl == null) return found;
    follow(nextRecordsUrl, mostListViewPages);
    page = await session.read(ListViews, signal, (connection) => connection.request(nextRecordsUrl));
  }
}
