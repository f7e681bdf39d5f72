import { Dialog } from '../components/dialog.tsx';
import { Kbd } from '../components/kbd.tsx';
import styles from './cheat-sheet.module.css';

const groups: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [readonly string[], string])[];
}[] = [
  {
    title: 'Decide',
    keys: [
      [['A'], 'Confirm the pair, then the next row'],
      [['X'], 'Reject the pair'],
      [['S'], 'Skip the account'],
      [['N'], 'Create new'],
      [['1', '9'], 'Confirm candidate 1 to 9'],
      [['0'], 'None of these: reject every candidate shown'],
      [['V'], 'Compare with all that compete'],
      [['C'], 'Comment'],
      [['M'], 'Search for another customer'],
      [['⌫', 'Ctrl Z'], 'Undo'],
      [['Ctrl ⇧ Z'], 'Redo'],
    ],
  },
  {
    title: 'Many at once',
    keys: [
      [['Space'], 'Select the row, or no longer'],
      [['⇧ ↑', '⇧ ↓'], 'Extend the selection'],
      [['Ctrl A', 'Esc'], 'Select all shown, none'],
      [['⇧ A', '⇧ X'], 'Confirm, reject all selected, or all shown'],
      [['Ctrl C'], 'Copy the rows'],
    ],
  },
  {
    title: 'Move',
    keys: [
      [['↑', '↓', 'K', 'J'], 'Row up, row down'],
      [['Home', 'End'], 'First row, last row'],
      [['PgUp', 'PgDn'], 'Page up, page down'],
      [['[', ']'], 'Previous, next undecided row'],
      [['Enter', 'Esc'], 'Into the evidence, back to the table'],
      [['/'], 'Filter rows'],
      [['?'], 'This list'],
    ],
  },
];

interface CheatSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** All keys of the review. */
export function CheatSheet({ open, onOpenChange }: CheatSheetProps) {
  return (
    <Dialog
      title="Keys"
      description="They act while the table has the focus. Each has a button too."
      wide
      open={open}
      onOpenChange={onOpenChange}
    >
      <div className={styles.groups}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl className={styles.keys}>
              {keys.map(([names, meaning]) => (
                <div key={meaning} className={styles.key}>
                  <dt>
                    {names.map((name) => (
                      <Kbd key={name}>{name}</Kbd>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
