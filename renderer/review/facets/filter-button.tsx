import { ListFilter } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { formatCount } from '../../format/numbers.ts';
import { useReviewView } from '../view.ts';
import { filterCount } from './filters.ts';

interface FilterButtonProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Shows and hides the filters, and says how many are in force. */
export function FilterButton({ open, onOpenChange }: FilterButtonProps) {
  const chosen = useReviewView((view) => filterCount(view.filters));
  return (
    <Button
      aria-expanded={open}
      icon={<ListFilter size={16} aria-hidden="true" />}
      onClick={() => onOpenChange(!open)}
    >
      Filter<span className="visually-hidden"> and sort</span>
      {chosen === 0 ? '' : ` (${formatCount(chosen)})`}
    </Button>
  );
}
