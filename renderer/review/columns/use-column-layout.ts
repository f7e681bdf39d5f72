import { usePreference } from '../../door/preferences.tsx';
import { ColumnLayout, usualLayout } from './layout.ts';

/** How the person laid the columns out, and a way to change it (null: the usual again). Remembered. */
export function useColumnLayout() {
  return usePreference('review.columns', ColumnLayout, usualLayout);
}
