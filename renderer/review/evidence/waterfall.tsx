import type { Evidence, Pair } from '#shared/pairs.ts';
import { classes } from '../../components/classes.ts';
import { useMatchSettings } from '../../door/queries.ts';
import { formatBits, formatScore } from '../../format/numbers.ts';
import { PinMenu } from '../../matching/pin-menu.tsx';
import { pinnableOf } from '../../matching/pinnable.ts';
import styles from './waterfall.module.css';
import { waterfall } from './waterfall-bars.ts';

/** The label whole, and what was compared where both sides had something. */
function hintOf({ label, accountValue, customerValue }: Evidence): string {
  return accountValue === '' || customerValue === '' ? label : `${label}: ${accountValue} · ${customerValue}`;
}

/** The evidence of a pair as bars on a shared zero: for it to the right, against it to the left. */
export function WaterfallView({ pair, readOnly }: { readonly pair: Pair; readonly readOnly: boolean }) {
  const pins = useMatchSettings().data?.pins ?? [];
  const { bars, zero, total } = waterfall(pair.evidence);
  return (
    <section>
      <h2 id="evidence-heading">Evidence, in bits</h2>
      <table className={styles.waterfall} aria-labelledby="evidence-heading">
        <tbody>
          {bars.map(({ evidence, place, start, length }) => {
            const identifiers = pinnableOf(evidence, pins);
            return (
              <tr key={place} className={classes(evidence.bits === 0 && styles.silent)}>
                <th scope="row" title={hintOf(evidence)}>
                  {evidence.label}
                </th>
                <td className={styles.track} aria-hidden="true">
                  <span className={styles.space}>
                    <i className={styles.zero} style={{ left: `${zero}%` }} />
                    <i
                      className={evidence.bits < 0 ? styles.against : styles.favour}
                      style={{ left: `${start}%`, width: `${length}%` }}
                    />
                  </span>
                </td>
                <td className={styles.bits}>{formatBits(evidence.bits)}</td>
                <td className={styles.pin}>
                  {identifiers.length === 0 ? null : (
                    <PinMenu identifiers={identifiers} disabled={readOnly} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together: {formatScore(pair.score)} right</th>
            <td aria-hidden="true" />
            <td className={styles.bits}>{formatBits(total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
