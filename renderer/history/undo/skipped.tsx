import type { UndoPlan } from '#shared/links.ts';
import { Note } from '../../components/notes/note.tsx';
import { formatCounted } from '../../format/numbers.ts';
import { FoldedList } from '../../preview/folded-list.tsx';

/** Accounts that an undo leaves as they are, each with the reason. */
export function Skipped({ links }: { readonly links: UndoPlan['skipped'] }) {
  return (
    <Note tone="look">
      <FoldedList
        open={links.length <= 3}
        summary={`${formatCounted(links.length, 'account')} cannot be restored, and ${links.length === 1 ? 'is left as it is' : 'are left as they are'}`}
      >
        {links.map(({ accountId, accountName, message }) => (
          <li key={accountId}>
            <b>{accountName}:</b> {message}
          </li>
        ))}
      </FoldedList>
    </Note>
  );
}
