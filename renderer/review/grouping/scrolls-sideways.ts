import type { KeyboardEvent } from 'react';
import { useReviewView } from '../view.ts';

/**
 * Whether an arrow key to the left or the right scrolls the table, where it is wider than the window: it does unless there is
 * a tree in which it leads somewhere. To the left it first scrolls back.
 */
export function scrollsSideways({ key, shiftKey, currentTarget }: KeyboardEvent): boolean {
  if (shiftKey || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false;
  const { grouped, activeGroup } = useReviewView.getState();
  if (grouped !== true) return true;
  if (activeGroup !== null) return false;
  return key === 'ArrowRight' || currentTarget.scrollLeft > 0;
}
