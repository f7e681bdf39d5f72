import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import styles from './tag.module.css';

/** The four meanings of colour, and none. The word inside carries the meaning; the colour repeats it. */
export type Tone = 'right' | 'wrong' | 'look' | 'info' | 'quiet';

/** A word on a coloured ground. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={classes(styles.tag, styles[tone])}>{children}</span>;
}
