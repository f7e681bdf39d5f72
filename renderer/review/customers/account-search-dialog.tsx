import type { AccountId } from '#shared/ids.ts';
import type { CustomerRow } from '#shared/review.ts';
import { Dialog } from '../../components/dialogs/dialog.tsx';
import { Tag } from '../../components/marks/tag.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { RecordSearch, searchLimit } from '../search/record-search.tsx';

interface AccountSearchDialogProps {
  readonly row: CustomerRow;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onChoose: (accountId: AccountId) => void;
}

/** Finds the account of a customer. */
export function AccountSearchDialog({ row, open, onOpenChange, onChoose }: AccountSearchDialogProps) {
  const { call } = useDoor();
  const { customerId, name } = row;
  return (
    <Dialog title={`Account of ${name}`} wide open={open} onOpenChange={onOpenChange}>
      <RecordSearch
        noun="account"
        first={name}
        keyOf={(query) => keys.accountSearch(customerId, query)}
        search={(query) => call('review.searchAccounts', { query, limit: searchLimit, customerId })}
        idOf={({ accountId }) => accountId}
        marksOf={({ has }) => (has === null ? null : <Tag tone="look">has {has}</Tag>)}
        onChoose={({ accountId }) => onChoose(accountId)}
      />
    </Dialog>
  );
}
