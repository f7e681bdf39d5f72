import type { CreatePlan } from '#shared/creating.ts';
import { Note } from '../components/note.tsx';
import { formatCounted } from '../format/numbers.ts';
import styles from './create-warnings.module.css';
import { createWarningWords } from './words.ts';

interface CreateWarningsProps {
  readonly plan: CreatePlan;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** What a person must look at and accept before these customers are created, with how many each is about. */
export function CreateWarnings({ plan, accepted, onAccept, disabled }: CreateWarningsProps) {
  const ready = plan.customers.filter(({ clash }) => clash === null);
  return (
    <Note tone="look">
      <ul className={styles.warnings}>
        {plan.warnings.map((warning) => (
          <li key={warning}>
            <b>
              {formatCounted(ready.filter(({ warnings }) => warnings.includes(warning)).length, 'customer')}:{' '}
              {createWarningWords[warning].short}.
            </b>{' '}
            {createWarningWords[warning].long}
          </li>
        ))}
      </ul>
      <label className={styles.accept}>
        <input
          type="checkbox"
          checked={accepted}
          disabled={disabled}
          onChange={(event) => onAccept(event.target.checked)}
        />
        I have looked at these customers and accept them
      </label>
    </Note>
  );
}
