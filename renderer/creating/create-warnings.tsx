import { type CreatePlan, isReady } from '#shared/creating.ts';
import { Note } from '../components/notes/note.tsx';
import { formatCounted } from '../format/numbers.ts';
import { AcceptBox } from '../preview/accept-box.tsx';
import styles from './create-warnings.module.css';
import { createWarningWords, creatingWords } from './words.ts';

interface CreateWarningsProps {
  readonly plan: CreatePlan;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** What a person must look at and accept before these records are created, with how many each is about. */
export function CreateWarnings({ plan, ...acceptance }: CreateWarningsProps) {
  const { noun, nouns } = creatingWords[plan.in];
  const ready = plan.records.filter(isReady);
  const counted = (warning: CreatePlan['warnings'][number]) =>
    formatCounted(ready.filter(({ warnings }) => warnings.includes(warning)).length, noun);
  return (
    <Note tone="look">
      <ul className={styles.warnings}>
        {plan.warnings.map((id) => (
          <li key={id}>
            <b>
              {counted(id)}: {createWarningWords[id].short}.
            </b>{' '}
            {createWarningWords[id].long}
          </li>
        ))}
      </ul>
      <AcceptBox {...acceptance}>I have looked at these {nouns} and accept them</AcceptBox>
    </Note>
  );
}
