import { Agreement } from '#shared/agreement.ts';
import { classes } from '../../components/classes.ts';
import { formatCount, formatCounted } from '../../format/numbers.ts';
import { setReviewView, useReviewView } from '../view.ts';
import { agreementFacets, agreementWords, facets } from './facet.ts';
import type { FacetCounts } from './facet-counts.ts';
import type { FacetId } from './facet-id.ts';
import styles from './facet-panel.module.css';
import { toggled } from './filters.ts';

const headings: Record<Agreement, string> = { agrees: 'agrees', differs: 'differs', missing: 'missing' };

/** What both records agree on, a line a field and a button each for agreeing, differing and missing on a side. */
export function AgreementFacet({ counts }: { readonly counts: FacetCounts }) {
  return (
    <fieldset>
      <legend>Agreement</legend>
      <div className={styles.agreement}>
        <span />
        {Agreement.options.map((agreement) => (
          <span key={agreement} aria-hidden="true" className={styles.heading}>
            {headings[agreement]}
          </span>
        ))}
        {agreementFacets.map((facet) => (
          <Line key={facet} facet={facet} counts={counts} />
        ))}
      </div>
    </fieldset>
  );
}

function Line({ facet, counts }: { readonly facet: FacetId; readonly counts: FacetCounts }) {
  const chosen = useReviewView((view) => view.filters.chosen[facet]);
  const { title } = facets[facet];
  return (
    <>
      <span>{title}</span>
      {Agreement.options.map((value) => {
        const count = counts.values[facet].find((one) => one.value === value)?.count ?? 0;
        const isChosen = chosen?.includes(value) ?? false;
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isChosen}
            aria-label={`${agreementWords(title, value)}, ${formatCounted(count, 'row')}`}
            title={agreementWords(title, value)}
            className={classes(styles.choice, count === 0 && styles.nothing)}
            onClick={() => setReviewView(({ filters }) => ({ filters: toggled(filters, facet, value) }))}
          >
            {formatCount(count)}
          </button>
        );
      })}
    </>
  );
}
