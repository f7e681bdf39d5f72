import { failedPairs } from '#app/review/index.ts';
import { longSalesforceId } from '#app/sources/index.ts';
import { type LinkRow, writeDataLoaderCsv } from '#app/worksheet/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import type {
  BlockedLink,
  LeftOutLink,
  LeftOutReason,
  LinkFileKind,
  LinkWarning,
  SavedLinkFile,
} from '#shared/links.ts';
import { type ConfirmedLinks, confirmedLinks } from './confirmed-links.ts';
import { savePath } from './save-path.ts';
import type { Session } from './session.ts';

/**
 * Saves links for another program to load: what is confirmed and not written, under the rules of a write, or what was
 * written, as a record.
 * Errors: those of `confirmedLinks`, and `write-unfinished` before a file is made;
 * `file-cannot-write` and `cancelled`.
 */
export async function saveLinks(
  session: Session,
  what: LinkFileKind,
  asked: string | null,
): Promise<SavedLinkFile> {
  return await session.operations.run('save', async (hooks) => {
    const { rows, warnings, leftOut } =
      what === 'written' ? written(session) : await toWrite(session, hooks.signal);
    const name = what === 'written' ? 'links written' : 'links to load';
    const path = savePath(session, asked, name, '.csv');
    return { what, path, rows: await writeDataLoaderCsv(path, rows, hooks), warnings, leftOut };
  });
}

interface Content extends Pick<SavedLinkFile, 'warnings' | 'leftOut'> {
  readonly rows: readonly LinkRow[];
}

function written(session: Session): Content {
  const entries = session.open.project.journal.lastEntries('done').values();
  const rows = [...entries]
    .filter(({ effect }) => effect?.links === true)
    .map(({ accountId, after }) => ({ accountId, customerId: after.customerId }));
  return { rows, warnings: {}, leftOut: [] };
}

async function toWrite(session: Session, signal: AbortSignal): Promise<Content> {
  const unfinished = session.open.project.journal.unfinished();
  if (unfinished !== null) throw new AppError('write-unfinished', { run: unfinished });
  const confirmed = await confirmedLinks(session, signal, true);
  const rows: LinkRow[] = [];
  const warnings: Partial<Record<LinkWarning, number>> = {};
  const withoutId: BlockedLink[] = [];
  for (const { accountId, accountName, customerName, after, warnings: ofLink } of confirmed.links) {
    const id = longSalesforceId(accountId);
    if (!/^[A-Za-z0-9]{18}$/.test(id)) {
      const message = `${accountId} is no Salesforce id. Export the accounts again.`;
      withoutId.push({ accountId, accountName, customerName, message });
      continue;
    }
    rows.push({ accountId: id as AccountId, customerId: after.customerId });
    for (const warning of ofLink) warnings[warning] = (warnings[warning] ?? 0) + 1;
  }
  return { rows, warnings, leftOut: leftOutOf(session, confirmed, withoutId) };
}

function leftOutOf(
  session: Session,
  { withoutCustomer, takenTwice, changedSince }: ConfirmedLinks,
  withoutId: readonly BlockedLink[],
): LeftOutLink[] {
  const because = (reason: LeftOutReason, links: readonly BlockedLink[]) =>
    links.map((link): LeftOutLink => ({ ...link, reason }));
  return [
    ...because('changed-since', changedSince),
    ...because('customer-taken', takenTwice),
    ...because('customer-unknown', withoutCustomer),
    ...because('failed-before', failedLinks(session)),
    ...because('no-account-id', withoutId),
  ];
}

/** Pairs that were not written when it was tried: why is to be understood before another program tries. */
function failedLinks({ open: { review } }: Session): BlockedLink[] {
  const { ledger } = review;
  return failedPairs(ledger).map(({ accountId, customerId }) => ({
    accountId,
    accountName: ledger.accounts.get(accountId)?.name ?? accountId,
    customerName: customerId === null ? '' : (ledger.customers.get(customerId)?.displayName ?? ''),
    message: `The last write did not succeed: ${ledger.standing(accountId).reason} Try it again under Write.`,
  }));
}
