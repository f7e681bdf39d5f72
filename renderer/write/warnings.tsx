import type { WritePlan } from '#shared/links.ts';
import { Note } from '../components/note.tsx';
import { formatCounted } from '../format/numbers.ts';
import { warningWords } from '../format/words.ts';
import styles from './warnings.module.css';

interface WarningsProps {
  readonly plan: WritePlan;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/** What a person must look at and accept before these links are written, with how many links each is about. */
export function Warnings({ plan, accepted, onAccept, disabled }: WarningsProps) {
  return (
    <Note tone="look">
      <ul className={styles.warnings}>
        {plan.warnings.map((warning) => (
          <li key={warning}>
            <b>
              {formatCounted(plan.links.filter((link) => link.warnings.includes(warning)).length, 'link')}:{' '}
              {warningWords[warning].short}.
            </b>{' '}
            {warningWords[warning].long}
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
        I have looked at these links and accept them
      </label>
    </Note>
  );
}
