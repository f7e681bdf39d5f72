import type { LinkWarning, WritePreview } from '#shared/links.ts';
import { LinkWarning as LinkWarnings } from '#shared/links.ts';
import { Button } from '../components/button.tsx';
import { Tag } from '../components/marks/tag.tsx';
import { Note } from '../components/notes/note.tsx';
import { formatCounted } from '../format/numbers.ts';
import { warningWords } from '../format/words.ts';
import { AcceptBox } from '../preview/accept-box.tsx';
import styles from './warning-groups.module.css';

interface WarningGroupsProps {
  readonly warnings: WritePreview['warnings'];
  readonly heldBack: readonly LinkWarning[];
  readonly onHoldBack: (heldBack: readonly LinkWarning[]) => void;
  /** The group whose links the table shows by themselves; null where it shows all. */
  readonly shown: LinkWarning | null;
  readonly onShow: (warning: LinkWarning | null) => void;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly disabled: boolean;
}

/**
 * What a person must look at and accept before these links are written: a group for each warning, to be looked through,
 * or held back from this run.
 */
export function WarningGroups(props: WarningGroupsProps) {
  const { warnings, heldBack, onHoldBack, shown, onShow, accepted, onAccept, disabled } = props;
  const groups = LinkWarnings.options.filter((one) => (warnings[one] ?? 0) > 0);
  const isOpen = groups.some((one) => !heldBack.includes(one));
  return (
    <Note tone="look">
      <ul className={styles.groups} aria-label="Warnings">
        {groups.map((one) => {
          const isHeld = heldBack.includes(one);
          const { short, long } = warningWords[one];
          return (
            <li key={one} className={styles.group}>
              <span>
                <b>
                  {formatCounted(warnings[one] ?? 0, 'link')}: {short}.
                </b>{' '}
                {long} {isHeld ? <Tag tone="quiet">held back</Tag> : null}
              </span>
              <span className={styles.actions}>
                <Button
                  look="plain"
                  aria-pressed={shown === one}
                  aria-label={`${shown === one ? 'Show all' : 'Look through'}: ${short}`}
                  onClick={() => onShow(shown === one ? null : one)}
                >
                  {shown === one ? 'Show all' : 'Look through'}
                </Button>
                <Button
                  look="plain"
                  disabled={disabled}
                  aria-label={`${isHeld ? 'Take in again' : 'Hold back'}: ${short}`}
                  onClick={() =>
                    onHoldBack(isHeld ? heldBack.filter((held) => held !== one) : [...heldBack, one])
                  }
                >
                  {isHeld ? 'Take in again' : 'Hold back'}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {isOpen ? (
        <AcceptBox accepted={accepted} onAccept={onAccept} disabled={disabled}>
          I have looked at these links and accept them
        </AcceptBox>
      ) : null}
    </Note>
  );
}
