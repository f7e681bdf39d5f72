import { useState } from 'react';
import { formatCount } from '../../format/numbers.ts';
import { useReviewView } from '../view.ts';
import { facets, isSameValue } from './facet.ts';
import type { ValueCount } from './facet-counts.ts';
import type { FacetId } from './facet-id.ts';
import styles from './facet-panel.module.css';
import { FacetValue } from './facet-value.tsx';
import { folded } from './text-matches.ts';

const shownFirst = 10;
const shownMore = 50;
const none: readonly string[] = [];

interface SearchedFacetProps {
  readonly facet: FacetId;
  readonly values: readonly ValueCount[];
}

/** A facet of many values: the chosen and the most frequent ones, more on demand, and a search among all. */
export function SearchedFacet({ facet, values }: SearchedFacetProps) {
  const chosen = useReviewView((view) => view.filters.chosen[facet] ?? none);
  const [text, setText] = useState('');
  const [most, setMost] = useState(shownFirst);
  if (values.length === 0 && chosen.length === 0) return null;
  const { title } = facets[facet];
  const isChosen = (value: string) => chosen.some((one) => isSameValue(facet, one, value));
  const wanted = folded(text.trim());
  const found = values.filter(({ value }) => !isChosen(value) && folded(value).includes(wanted));
  const own = chosen.map(
    (value) => values.find((one) => isSameValue(facet, one.value, value)) ?? { value, count: 0 },
  );
  const left = found.length - most;
  return (
    <fieldset>
      <legend>{title}</legend>
      {values.length <= shownFirst ? null : (
        <input
          type="text"
          className={styles.search}
          aria-label={`Search ${title.toLowerCase()}`}
          placeholder="Search"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {[...own, ...found.slice(0, most)].map((one) => (
        <FacetValue key={one.value} facet={facet} {...one} />
      ))}
      {wanted !== '' && found.length === 0 ? <p className={styles.note}>Nothing found.</p> : null}
      {left <= 0 ? null : (
        <button type="button" className={styles.more} onClick={() => setMost(most + shownMore)}>
          {formatCount(left)} more<span className="visually-hidden"> of {title.toLowerCase()}</span>
        </button>
      )}
    </fieldset>
  );
}
