import type { DriftNote } from '#shared/review.ts';
import { Change } from '../../components/marks/change.tsx';
import { Note } from '../../components/notes/note.tsx';

/** What an export did to the row's link or decision, and what reads otherwise now. */
export function DriftNoteView({ note: { sentence, changes } }: { readonly note: DriftNote }) {
  return (
    <Note tone="look">
      <p>{sentence}</p>
      {changes.length === 0 ? null : (
        <ul>
          {changes.map(({ label, before, after }) => (
            <li key={label}>
              {label}: <Change before={before} after={after} />
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}
