import type { MergePreview } from '#shared/contract.ts';
import type { AccountId } from '#shared/ids.ts';
import { Button } from '../components/button.tsx';
import { formatMoment } from '../format/times.ts';
import { decisionWords } from '../format/words.ts';
import styles from './merging.module.css';

type Disagreement = MergePreview['disagreements'][number];

interface DisagreementsProps {
  readonly disagreements: readonly Disagreement[];
  readonly theirs: ReadonlySet<AccountId>;
  readonly onToggle: (account: AccountId) => void;
  readonly onAll: (theirs: boolean) => void;
}

/** The accounts that the two copies decided differently, with both words; one of them counts. */
export function Disagreements({ disagreements, theirs, onToggle, onAll }: DisagreementsProps) {
  // A place that scrolls is a tab stop, so that the arrow keys can scroll it.
  const focusable = { tabIndex: 0 };
  return (
    <section aria-label="Decided differently" className={styles.differences}>
      <div className={styles.all}>
        <Button onClick={() => onAll(false)}>Ours for all</Button>
        <Button onClick={() => onAll(true)}>Theirs for all</Button>
      </div>
      <section className={styles.scroll} aria-label="Both words, scrollable" {...focusable}>
        <table className={styles.table} aria-label="Decided differently">
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col">Ours</th>
              <th scope="col">Theirs</th>
            </tr>
          </thead>
          <tbody>
            {disagreements.map((one) => {
              const taken = theirs.has(one.accountId);
              return (
                <tr key={one.accountId}>
                  <th scope="row">{one.accountName}</th>
                  <Word said={one.ours} whose="Ours" chosen={!taken} account={one} onChoose={onToggle} />
                  <Word said={one.theirs} whose="Theirs" chosen={taken} account={one} onChoose={onToggle} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface WordProps {
  readonly said: Disagreement['ours'];
  readonly whose: 'Ours' | 'Theirs';
  readonly chosen: boolean;
  readonly account: Disagreement;
  readonly onChoose: (account: AccountId) => void;
}

/** One copy's word on an account, to be chosen. A word that was taken back there cannot be taken over. */
function Word({ said, whose, chosen, account: { accountId, accountName, theirs }, onChoose }: WordProps) {
  return (
    <td>
      <label className={styles.word}>
        <input
          type="radio"
          name={`word-${accountId}`}
          aria-label={`${whose} for ${accountName}`}
          checked={chosen}
          disabled={theirs === null}
          onChange={() => onChoose(accountId)}
        />
        <span>
          {said === null ? 'No word, or taken back' : `${decisionWords[said.kind]} ${said.customerName}`}
          {said === null ? null : (
            <span className={styles.who}>
              {said.author}, <time dateTime={said.at}>{formatMoment(said.at)}</time>
            </span>
          )}
        </span>
      </label>
    </td>
  );
}
