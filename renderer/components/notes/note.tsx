import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import styles from './note.module.css';

const icons = { right: CircleCheck, wrong: CircleAlert, look: TriangleAlert, info: Info } as const;
const names = { right: 'Done', wrong: 'Error', look: 'Look closer', info: 'Note' } as const;

interface NoteProps {
  readonly tone: keyof typeof icons;
  /** What a person can do about it: buttons at the end. */
  readonly actions?: ReactNode;
  /** Read out when it appears. Errors are by default. */
  readonly live?: boolean;
  readonly children: ReactNode;
}

/** A short message in the flow of a screen, with its meaning as colour, icon and word. */
export function Note({ tone, actions, live = tone === 'wrong', children }: NoteProps) {
  const Icon = icons[tone];
  return (
    <div className={classes(styles.note, styles[tone])} role={live ? 'alert' : undefined}>
      <Icon size={16} aria-label={names[tone]} className={styles.icon} />
      <div className={styles.text}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
