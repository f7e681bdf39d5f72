import type { MouseEvent } from 'react';
import styles from '../table/grid.module.css';
import type { RowClick } from './choose.ts';

/** What a press of the mouse on a row of the table asks. */
export function clickOf({ ctrlKey, metaKey, shiftKey, target }: MouseEvent): RowClick {
  const onMark = target instanceof Element && target.closest(`.${styles.mark}`) !== null;
  return { ctrlKey, metaKey, shiftKey, onMark };
}
