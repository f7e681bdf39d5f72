import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { AccountChoice, CheckedChoice } from '#shared/account-choice.ts';
import { Button } from '../components/button.tsx';
import { DialogActions } from '../components/dialogs/dialog.tsx';
import { SelectField } from '../components/fields/select-field.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useDoor } from '../door/context.ts';
import { keys } from '../door/keys.ts';
import { formatCount, formatCounted } from '../format/numbers.ts';
import { CheckList } from './check-list.tsx';
import styles from './choosing.module.css';
import { ClauseField } from './clause-field.tsx';
import { choiceOf, type Draft, draftOf, missing, nothingOffered, withChosen } from './draft.ts';
import { useCheckedChoice } from './use-checked-choice.ts';
import { useRested } from './use-rested.ts';

const kinds: readonly (readonly [AccountChoice['kind'], string])[] = [
  ['all', 'All'],
  ['record-type', 'Record type'],
  ['owner', 'Owner'],
  ['list-view', 'List view'],
  ['where', 'Condition'],
];

/** How long typing has to rest before a condition is sent (milliseconds). */
const typingPause = 400;

interface ChoiceFormProps {
  readonly choice: AccountChoice;
  readonly onChoose: (choice: AccountChoice) => void;
  readonly onClose: () => void;
}

/** Asks which accounts an export takes, and says what each choice comes to before it is taken. */
export function ChoiceForm({ choice: before, onChoose, onClose }: ChoiceFormProps) {
  const { call } = useDoor();
  const name = useId();
  const [draft, setDraft] = useState(() => draftOf(before));
  const change = (part: Partial<Draft>) => setDraft((former) => ({ ...former, ...part }));
  const needsList = draft.kind !== 'all' && draft.kind !== 'where';
  const choices = useQuery({
    queryKey: keys.choices,
    queryFn: () => call('sources.choices', {}),
    enabled: needsList,
    staleTime: 0,
  });
  const offered = choices.data ?? nothingOffered;
  const clause = useRested(draft.clause.trim(), typingPause);
  const isTyping = draft.kind === 'where' && clause !== draft.clause.trim();
  const choice = choiceOf({ ...draft, clause });
  const { found, error, retry } = useCheckedChoice(isTyping ? null : choice);
  const refusal = found?.kind === 'refused' && !isTyping ? found.message : '';
  const ready = !isTyping && choice !== null && found?.kind === 'counted' && found.chosen > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onChoose(choice);
  };
  return (
    <form onSubmit={submit}>
      <fieldset className={styles.kinds}>
        <legend className="visually-hidden">Choose by</legend>
        {kinds.map(([kind, label]) => (
          <label key={kind} className={styles.kind}>
            <input type="radio" name={name} checked={draft.kind === kind} onChange={() => change({ kind })} />
            {label}
          </label>
        ))}
      </fieldset>
      {needsList && choices.error !== null && !choices.isFetching ? (
        <ErrorNote error={choices.error} onRetry={() => void choices.refetch()} />
      ) : null}
      {needsList && choices.isPending ? <p role="status">Asking Salesforce what there is to choose</p> : null}
      {needsList && choices.data !== undefined ? (
        <Lists draft={draft} offered={offered} onChange={change} />
      ) : null}
      {draft.kind === 'where' ? (
        <ClauseField value={draft.clause} onChange={(clause) => change({ clause })} error={refusal} />
      ) : null}
      {error === null || isTyping ? null : <ErrorNote error={error} onRetry={retry} />}
      {refusal === '' || draft.kind === 'where' ? null : (
        <p className={styles.error} role="alert">
          {refusal}
        </p>
      )}
      <p role="status" className={styles.count}>
        {choice === null && !isTyping ? missing[draft.kind] : ''}
        {isTyping || (choice !== null && found === undefined && error === null) ? 'Counting' : ''}
        {found?.kind === 'counted' && !isTyping ? countSentence(found) : ''}
      </p>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" disabled={!ready}>
          Take these accounts
        </Button>
      </DialogActions>
    </form>
  );
}

interface ListsProps {
  readonly draft: Draft;
  readonly offered: typeof nothingOffered;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** What Salesforce offers of the kind that is chosen. */
function Lists({ draft, offered, onChange }: ListsProps) {
  if (draft.kind === 'record-type') {
    const options = withChosen(offered.recordTypes, draft.recordTypes);
    return options.length === 0 ? (
      <p>Accounts have no record types in this organisation.</p>
    ) : (
      <CheckList
        legend="Record types"
        options={options}
        chosen={draft.recordTypes}
        onChange={(recordTypes) => onChange({ recordTypes })}
      />
    );
  }
  if (draft.kind === 'owner') {
    const options = withChosen(offered.owners, draft.owners).map((owner) => ({
      ...owner,
      note: formatCounted('accounts' in owner ? owner.accounts : 0, 'account'),
    }));
    return (
      <CheckList
        legend="Owners"
        options={options}
        chosen={draft.owners}
        onChange={(owners) => onChange({ owners })}
      />
    );
  }
  const views = withChosen(offered.listViews, draft.listView === null ? [] : [draft.listView]);
  return (
    <SelectField
      label="List view"
      value={draft.listView?.id ?? ''}
      options={[['', 'Choose one'], ...views.map(({ id, name }) => [id, name] as const)]}
      onChange={(id) => onChange({ listView: views.find((view) => view.id === id) ?? null })}
    />
  );
}

function countSentence({ chosen, linked }: Extract<CheckedChoice, { kind: 'counted' }>): string {
  if (chosen === 0) return 'This takes no account. Choose others.';
  const others = linked === 0 ? '' : `, and ${formatCount(linked)} more that carry a customer’s id already`;
  return `${formatCounted(chosen, 'account')}${others}.`;
}
