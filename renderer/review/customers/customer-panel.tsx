import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import type { CustomerDecisionKind } from '#shared/decisions.ts';
import type { Customer } from '#shared/records.ts';
import type { CustomerRow } from '#shared/review.ts';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { SideMark } from '../../components/marks/side-mark.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { formatMoney, formatScore } from '../../format/numbers.ts';
import { addressLine } from '../evidence/comparison-rows.ts';
import { useReviewSession } from '../session/session-context.ts';
import styles from './customers.module.css';

interface CustomerPanelProps {
  readonly panelRef: RefObject<HTMLElement | null>;
  readonly row: CustomerRow;
  readonly readOnly: boolean;
  readonly onDecide: (kind: CustomerDecisionKind) => void;
  readonly onSearch: () => void;
}

/** The record of one customer, the account that came closest, and what can be said of it. */
export function CustomerPanel({ panelRef, row, readOnly, onDecide, onSearch }: CustomerPanelProps) {
  const { call } = useDoor();
  const session = useReviewSession();
  const keyOf = useKeys().shown;
  const { customerId, nearest } = row;
  const { data, error } = useQuery({
    queryKey: keys.customer(customerId),
    queryFn: () => call('review.customer', { customerId }),
  });
  return (
    <aside ref={panelRef} aria-label="Customer" className={styles.panel}>
      <div className={styles.record}>
        <h2>
          <SideMark side="quickbooks" /> {row.name}
        </h2>
        {error === null ? null : <ErrorNote error={error} />}
        {data === undefined ? null : (
          <dl className={styles.fields}>
            {fieldsOf(data.customer).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <h3>Nearest account</h3>
        {nearest === null ? (
          <p className={styles.quiet}>
            It is no account’s candidate. <b>Find its account…</b> searches all.
          </p>
        ) : (
          <p>
            <SideMark side="salesforce" /> {nearest.name}, {formatScore(nearest.score)}{' '}
            <Button look="plain" onClick={() => session.show(nearest.accountId)}>
              Open it in the review
            </Button>
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <Button
          look="primary"
          shortcut={keyOf('customer.create-new')}
          disabled={readOnly}
          onClick={() => onDecide('create-new')}
        >
          Create new
        </Button>
        <Button shortcut={keyOf('customer.skip')} disabled={readOnly} onClick={() => onDecide('skip')}>
          Skip
        </Button>
        <Button shortcut={keyOf('customer.ignore')} disabled={readOnly} onClick={() => onDecide('ignore')}>
          Ignore
        </Button>
        <Button shortcut={keyOf('customer.search')} disabled={readOnly} onClick={onSearch}>
          Find its account…
        </Button>
      </div>
    </aside>
  );
}

/** What is known of a customer, a line a kind. */
function fieldsOf(customer: Customer): [string, string][] {
  const { companyName, givenName, familyName, email, website, billing, balance, currency } = customer;
  const phones = [customer.phone, customer.mobile, customer.alternatePhone].filter((phone) => phone !== '');
  const fields: [string, string][] = [
    ['Company', companyName],
    ['Person', `${givenName} ${familyName}`.trim()],
    [
      'Belongs to',
      customer.parentId === '' ? '' : customer.fullyQualifiedName.split(':').slice(0, -1).join(', '),
    ],
    ['E-mail', email],
    ['Phone', phones.join(', ')],
    ['Website', website],
    ['Billing', addressLine(billing)],
    ['Balance', formatMoney(balance, currency)],
    ['Notes', customer.notes],
  ];
  return fields.filter(([, value]) => value !== '');
}
