import type { CreatePlan } from '#shared/creating.ts';
import { Note } from '../components/notes/note.tsx';
import { formatCounted } from '../format/numbers.ts';
import { FoldedList } from '../preview/folded-list.tsx';
import { creatingWords } from './words.ts';

/** Records of which none can be made as things are, each with its reason. */
export function BlockedCreations({ plan: { in: side, blocked } }: { readonly plan: CreatePlan }) {
  return (
    <Note tone="look">
      <FoldedList
        summary={`${formatCounted(blocked.length, creatingWords[side].source)} ${blocked.length === 1 ? 'is' : 'are'} left out`}
      >
        {blocked.map(({ sourceId, sourceName, message }) => (
          <li key={sourceId}>
            <b>{sourceName}:</b> {message}
          </li>
        ))}
      </FoldedList>
    </Note>
  );
}
