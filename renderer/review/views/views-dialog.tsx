import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialogs/dialog.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { formatCount } from '../../format/numbers.ts';
import { queueWords } from '../../format/words.ts';
import { sortWords } from '../columns/sort-orders.ts';
import { filterWords } from '../facets/facet.ts';
import { FacetId } from '../facets/facet-id.ts';
import { filterCount } from '../facets/filters.ts';
import { rangeWords } from '../facets/score-range.ts';
import { useReviewView } from '../view.ts';
import { hasRoom, mostViews, renamed, type SavedView, withView } from './saved-view.ts';
import styles from './views-dialog.module.css';

interface ViewsDialogProps {
  readonly views: readonly SavedView[];
  readonly onChange: (views: SavedView[]) => void;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Saves how the table is looked at now under a name; renames and deletes what was saved. */
export function ViewsDialog({ views, onChange, open, onOpenChange }: ViewsDialogProps) {
  return (
    <Dialog title="Views" open={open} onOpenChange={onOpenChange}>
      <SaveView views={views} onSave={(view) => onChange(withView(views, view))} />
      <ul aria-label="Saved views" className={styles.views}>
        {views.map((view) => (
          <li key={view.name}>
            <input
              aria-label={`Name of ${view.name}`}
              className={styles.name}
              maxLength={60}
              defaultValue={view.name}
              onBlur={(event) => {
                const next = renamed(views, view.name, event.target.value);
                if (next === views) event.target.value = view.name;
                else onChange([...next]);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
              }}
            />
            <span className={styles.what} title={whatOf(view)}>
              {whatOf(view)}
            </span>
            <Button
              look="plain"
              icon={<Trash2 size={14} aria-hidden="true" />}
              aria-label={`Delete ${view.name}`}
              title="Delete"
              onClick={() => onChange(views.filter(({ name }) => name !== view.name))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface SaveViewProps {
  readonly views: readonly SavedView[];
  readonly onSave: (view: SavedView) => void;
}

function SaveView({ views, onSave }: SaveViewProps) {
  const { queue, text, filters, sorting, grouped } = useReviewView();
  const now = { queue, text, filters, sorting: [...sorting], grouped: grouped === true };
  const [name, setName] = useState('');
  const given = name.trim();
  const isKnown = views.some((view) => view.name === given);
  const isFull = !hasRoom(views, given);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (given === '' || isFull) return;
        onSave({ name: given, ...now });
        setName('');
      }}
    >
      <TextField
        label="Save the table as it is now"
        hint={
          isFull
            ? `There are ${formatCount(mostViews)} views, which is the most. Delete one first.`
            : whatOf({ name: given, ...now })
        }
        maxLength={60}
        placeholder="Name"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <DialogActions>
        <Button type="submit" look="primary" disabled={given === '' || isFull}>
          {isKnown ? 'Replace the view' : 'Save the view'}
        </Button>
      </DialogActions>
    </form>
  );
}

/** What a view shows, in a line: "Suggested · E-mail differs · sorted by balance, highest first". */
function whatOf({ queue, text, filters, sorting, grouped }: SavedView): string {
  const facets = FacetId.options.flatMap((facet) =>
    (filters.chosen[facet] ?? []).map((value) => filterWords(facet, value)),
  );
  const score = filters.score === null ? [] : [`score ${rangeWords(filters.score)}`];
  const sorted = sorting.map((sort) => `sorted by ${sortWords(sort)}`);
  const all = filterCount(filters) === 0 && text === '' ? ['all rows'] : [];
  return [
    queueWords[queue],
    ...all,
    ...(text === '' ? [] : [`“${text}”`]),
    ...facets,
    ...score,
    ...sorted,
    ...(grouped === true ? ['grouped by customer tree'] : []),
  ].join(' · ');
}
