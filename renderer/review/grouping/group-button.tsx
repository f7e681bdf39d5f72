import { ListTree } from 'lucide-react';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { useReviewView } from '../view.ts';
import { toggleGrouped } from './fold.ts';

/** The button that groups the table by customer tree, or no longer. */
export function GroupButton() {
  const grouped = useReviewView((view) => view.grouped === true);
  const key = useKeys().shown('view.group');
  const label = 'Group by customer tree';
  return (
    <Button
      aria-label={label}
      aria-pressed={grouped}
      aria-keyshortcuts={key}
      title={key === undefined ? label : `${label} (${key})`}
      icon={<ListTree size={16} aria-hidden="true" />}
      onClick={toggleGrouped}
    />
  );
}
