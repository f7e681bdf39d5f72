import { Check } from 'lucide-react';
import { classes } from '../../components/classes.ts';
import styles from './check-mark.module.css';

/** The box that shows whether a row is chosen. What it says to a screen reader, the row says by itself. */
export function CheckMark({ checked }: { readonly checked: boolean }) {
  return (
    <span aria-hidden="true" className={classes(styles.box, checked && styles.checked)}>
      {checked ? <Check size={12} strokeWidth={3} /> : null}
    </span>
  );
}
