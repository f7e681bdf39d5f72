import type { FoundCustomer, ReviewRow } from '#shared/review.ts';
import { Dialog } from '../../components/dialogs/dialog.tsx';
import { Tag } from '../../components/marks/tag.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { RecordSearch, searchLimit } from './record-search.tsx';

interface SearchDialogProps {
  readonly row: ReviewRow;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onChoose: (customer: FoundCustomer) => void;
}

/** Finds another customer for an account. */
export function SearchDialog({ row, open, onOpenChange, onChoose }: SearchDialogProps) {
  const { call } = useDoor();
  const { accountId, accountName } = row;
  return (
    <Dialog title={`Customer for ${accountName}`} wide open={open} onOpenChange={onOpenChange}>
      <RecordSearch
        noun="customer"
        first={accountName}
        keyOf={(query) => keys.search(accountId, query)}
        search={(query) => call('review.search', { query, limit: searchLimit, accountId })}
        idOf={({ customerId }) => customerId}
        marksOf={({ active, takenBy }) => (
          <>
            {active ? null : <Tag tone="look">inactive</Tag>}{' '}
            {takenBy === null ? null : <Tag tone="look">taken by {takenBy}</Tag>}
          </>
        )}
        onChoose={onChoose}
      />
    </Dialog>
  );
}
