import type { WritePlan } from '#shared/links.ts';
import { Note } from '../components/notes/note.tsx';
import { formatCounted } from '../format/numbers.ts';
import { FoldedList } from '../preview/folded-list.tsx';

/** Confirmed pairs that cannot be written as things are, each with its reason. The others can be. */
export function Blocked({ links }: { readonly links: WritePlan['blocked'] }) {
  return (
    <Note tone="look">
      <FoldedList
        summary={`${formatCounted(links.length, 'confirmed link')} cannot be written as things are, and ${links.length === 1 ? 'is' : 'are'} left out`}
      >
        {links.map(({ accountId, accountName, customerName, message }) => (
          <li key={accountId}>
            <b>
              {accountName} → {customerName}:
            </b>{' '}
            {message}
          </li>
        ))}
      </FoldedList>
    </Note>
  );
}
