import { Fragment } from 'react';
import type { Account, Customer } from '#shared/records.ts';
import { SideMark } from '../../components/marks/side-mark.tsx';
import { Tag } from '../../components/marks/tag.tsx';
import { formatCount } from '../../format/numbers.ts';
import styles from './comparison.module.css';
import { type ComparisonRow, comparisonRows } from './comparison-rows.ts';
import { type Difference, difference, type Stretch } from './difference.ts';
import { AccountLink, CustomerLink } from './record-links.tsx';

interface Piece {
  readonly text: string;
  /** Where it begins in the whole, which tells pieces of equal text apart. */
  readonly start: number;
}

function placed(texts: readonly string[]): Piece[] {
  let start = 0;
  return texts.map((text) => {
    const piece = { text, start };
    start += text.length;
    return piece;
  });
}

/** Text that breaks where a person would break an address: after @ and before a dot or a slash. */
function Breakable({ text }: { readonly text: string }) {
  return placed(text.split(/(?<=@)|(?=[./])/)).map((piece) => (
    <Fragment key={piece.start}>
      {piece.start === 0 ? null : <wbr />}
      {piece.text}
    </Fragment>
  ));
}

function Marked({
  stretches,
  as: Mark,
}: {
  readonly stretches: readonly Stretch[];
  readonly as: 'ins' | 'del';
}) {
  return placed(stretches.map(({ text }) => text)).map(({ text, start }, index) =>
    stretches[index]?.same ? (
      <Breakable key={start} text={text} />
    ) : (
      <Mark key={start}>
        <Breakable text={text} />
      </Mark>
    ),
  );
}

function Others({ values }: { readonly values: readonly string[] }) {
  return values.map((value) => (
    <span key={value} className={styles.other}>
      <Breakable text={value} />
    </span>
  ));
}

function Side({ values, marks, as }: SideProps) {
  const [first, ...others] = values;
  return (
    <td>
      {first === undefined ? (
        <span className={styles.blank}>blank</span>
      ) : marks === null ? (
        <Breakable text={first} />
      ) : (
        <Marked stretches={marks} as={as} />
      )}
      <Others values={others.slice(0, 1)} />
      {others.length < 2 ? null : (
        <details className={styles.other}>
          <summary>{formatCount(others.length - 1)} more</summary>
          <Others values={others.slice(1)} />
        </details>
      )}
    </td>
  );
}

interface SideProps {
  readonly values: readonly string[];
  readonly marks: readonly Stretch[] | null;
  readonly as: 'ins' | 'del';
}

function differenceOf({ account, customer, counts }: ComparisonRow): Difference | null {
  const [left, right] = [account[0], customer[0]];
  return left === undefined || right === undefined ? null : difference(left, right, counts);
}

interface ComparisonProps {
  readonly account: Account;
  readonly customer: Customer | null;
}

/** Both records side by side. What only one side has is marked in the text; further values stand below, unmarked. */
export function Comparison({ account, customer }: ComparisonProps) {
  if (customer === null) return <AccountAlone account={account} />;
  return (
    <table className={styles.comparison} aria-label="Account and customer side by side">
      <thead>
        <tr>
          <td />
          <th scope="col">
            <SideMark side="salesforce" />
            Account <AccountLink id={account.id} />
          </th>
          <th scope="col">
            <SideMark side="quickbooks" />
            Customer <CustomerLink id={customer.id} />{' '}
            {customer.active ? null : <Tag tone="look">inactive</Tag>}
            {customer.parentId === '' ? null : <Tag tone="look">sub-customer</Tag>}
          </th>
        </tr>
      </thead>
      <tbody>
        {comparisonRows(account, customer).map((row) => {
          const marks = differenceOf(row);
          return (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <Side values={row.account} marks={marks?.left ?? null} as="ins" />
              <Side values={row.customer} marks={marks?.right ?? null} as="del" />
            </tr>
          );
        })}
        {customer.level > 0 && customer.fullyQualifiedName !== customer.displayName ? (
          <tr>
            <th scope="row">Belongs to</th>
            <td />
            <td>{customer.fullyQualifiedName}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function AccountAlone({ account }: { readonly account: Account }) {
  return (
    <table className={styles.comparison} aria-label="Account">
      <thead>
        <tr>
          <td />
          <th scope="col">
            <SideMark side="salesforce" />
            Account <AccountLink id={account.id} />
          </th>
        </tr>
      </thead>
      <tbody>
        {comparisonRows(account, null).map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <Side values={row.account} marks={null} as="ins" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
