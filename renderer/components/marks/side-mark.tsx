import type { Side } from '#shared/datasets.ts';
import { classes } from '../classes.ts';
import styles from './side-mark.module.css';

/** The small mark of a side: a square for Salesforce, a circle for QuickBooks. The side's name stands beside it. */
export function SideMark({ side }: { readonly side: Side }) {
  return <i aria-hidden="true" className={classes(styles.mark, styles[side])} />;
}
