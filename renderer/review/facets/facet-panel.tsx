import { PanelLeftClose } from 'lucide-react';
import { memo, useDeferredValue, useMemo } from 'react';
import { AccountState } from '#shared/decisions.ts';
import { Band } from '#shared/pairs.ts';
import type { ReviewRow } from '#shared/review.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialogs/dialog.tsx';
import { SelectField } from '../../components/fields/select-field.tsx';
import { sortOrders } from '../columns/sort-orders.ts';
import { setReviewView, useReviewView } from '../view.ts';
import { AgreementFacet } from './agreement-facet.tsx';
import { facets, flagFacets, searchedFacets } from './facet.ts';
import { facetCounts, type ValueCount } from './facet-counts.ts';
import styles from './facet-panel.module.css';
import { FacetValue } from './facet-value.tsx';
import { ScoreBrush } from './score-brush.tsx';
import { SearchedFacet } from './searched-facet.tsx';

const keyOf = ({ id, desc }: { readonly id: string; readonly desc: boolean }) => `${id} ${desc}`;

const options: readonly (readonly [string, string])[] = [
  ['', 'As proposed'],
  ...sortOrders.map((order) => [keyOf(order), order.words] as const),
];

interface FacetsProps {
  /** The rows of the queue in their order, which are narrowed. */
  readonly rows: readonly ReviewRow[];
}

/** The facets beside the table. */
export const FacetPanel = memo(function FacetPanel({
  rows,
  onFold,
}: FacetsProps & { readonly onFold: () => void }) {
  return (
    <section aria-label="Filters" className={styles.panel}>
      <div className={styles.head}>
        <h2>Filters</h2>
        <Button
          look="plain"
          icon={<PanelLeftClose size={16} aria-hidden="true" />}
          aria-label="Hide the filters"
          title="Hide the filters"
          onClick={onFold}
        />
      </div>
      <Facets rows={rows} />
    </section>
  );
});

interface FacetDialogProps extends FacetsProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The facets in front of a window that has no room for them beside the table. */
export function FacetDialog({ rows, open, onOpenChange }: FacetDialogProps) {
  return (
    <Dialog title="Filters" open={open} onOpenChange={onOpenChange}>
      <Facets rows={rows} />
    </Dialog>
  );
}

function Facets({ rows }: FacetsProps) {
  const filters = useReviewView((view) => view.filters);
  const text = useReviewView((view) => view.text);
  // The table comes first: what is counted beside it may follow a moment later.
  const counted = useDeferredValue(useMemo(() => ({ rows, text, filters }), [rows, text, filters]));
  const counts = useMemo(() => facetCounts(counted.rows, counted.text, counted.filters), [counted]);
  return (
    <div className={styles.facets}>
      <Sorting />
      <fieldset>
        <legend>State</legend>
        {inTheirOrder(counts.values.state, AccountState.options).map((one) => (
          <FacetValue key={one.value} facet="state" {...one} />
        ))}
      </fieldset>
      <fieldset>
        <legend>Score</legend>
        <ScoreBrush counts={counts.scores} />
        {inTheirOrder(counts.values.band, Band.options).map((one) => (
          <FacetValue key={one.value} facet="band" {...one} />
        ))}
      </fieldset>
      <AgreementFacet counts={counts} />
      <fieldset>
        <legend>Customer and account</legend>
        {flagFacets.map((facet) => (
          <FacetValue
            key={facet}
            facet={facet}
            value="yes"
            label={facets[facet].title}
            count={counts.values[facet][0]?.count ?? 0}
          />
        ))}
      </fieldset>
      {searchedFacets.map((facet) => (
        <SearchedFacet key={facet} facet={facet} values={counts.values[facet]} />
      ))}
    </div>
  );
}

/** Few values keep their places, whatever they would give. */
function inTheirOrder(values: readonly ValueCount[], order: readonly string[]): ValueCount[] {
  return values.toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
}

function Sorting() {
  const sorting = useReviewView((view) => view.sorting)[0];
  return (
    <SelectField
      label="Sort by"
      value={sorting === undefined ? '' : keyOf(sorting)}
      options={options}
      onChange={(chosen) => {
        const order = sortOrders.find((one) => keyOf(one) === chosen);
        setReviewView({ sorting: order === undefined ? [] : [{ id: order.id, desc: order.desc }] });
      }}
    />
  );
}
