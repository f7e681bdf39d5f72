import type { LeftOutReason, LinkWarning, SavedLinkFile } from '#shared/links.ts';
import { LeftOutReason as Reasons, LinkWarning as Warnings } from '#shared/links.ts';
import { Note } from '../../components/notes/note.tsx';
import { formatCount, formatCounted } from '../../format/numbers.ts';
import { warningWords } from '../../format/words.ts';
import styles from './other-files.module.css';

/** So many are named; the count says how many there are in all. */
const mostNamed = 20;

const reasonWords: Record<LeftOutReason, string> = {
  'changed-since': 'changed since they were confirmed',
  'customer-taken': 'whose customer another account has or would get as well',
  'customer-unknown': 'whose customer’s id is not known',
  'failed-before': 'that could not be written when it was tried',
  'no-account-id': 'whose account has no Salesforce id',
};

/** The confirmed pairs that a file of links leaves out, by why, and what is to be known of those in it. */
export function LeftOut({ leftOut, warnings }: Pick<SavedLinkFile, 'leftOut' | 'warnings'>) {
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason);
  const warned = Warnings.options.filter((warning: LinkWarning) => warnings[warning] !== undefined);
  return (
    <>
      {warned.length === 0 ? null : (
        <Note tone="look">
          {warned.map((warning) => (
            <p key={warning}>
              {formatCounted(warnings[warning] ?? 0, 'link')} in the file: {warningWords[warning].short}.
            </p>
          ))}
        </Note>
      )}
      {leftOut.length === 0 ? null : (
        <Note tone="look">
          <p>{formatCounted(leftOut.length, 'confirmed pair')} left out:</p>
          <ul className={styles.reasons}>
            {Reasons.options.map((reason) => {
              const links = byReason.get(reason);
              return links === undefined ? null : (
                <li key={reason}>
                  {formatCounted(links.length, 'pair')} {reasonWords[reason]}
                </li>
              );
            })}
          </ul>
          <details>
            <summary>Which</summary>
            <ul className={styles.reasons}>
              {leftOut.slice(0, mostNamed).map(({ accountId, accountName, message }) => (
                <li key={accountId}>
                  <b>{accountName}</b>: {message}
                </li>
              ))}
              {leftOut.length > mostNamed ? (
                <li>and {formatCount(leftOut.length - mostNamed)} more</li>
              ) : null}
            </ul>
          </details>
        </Note>
      )}
    </>
  );
}
