import { type PointerEvent, useRef } from 'react';
import { setReviewView, useReviewView } from '../view.ts';
import styles from './score-brush.module.css';
import {
  allScores,
  barHeights,
  movedByKey,
  percentWords,
  rangeBetween,
  rangeWords,
  type ScoreRange,
} from './score-range.ts';

const narrowTo = (score: ScoreRange | null) =>
  setReviewView(({ filters }) => ({ filters: { ...filters, score } }));

/** The scores as a histogram, over which a range is dragged; its two ends are moved with the arrow keys. */
export function ScoreBrush({ counts }: { readonly counts: ArrayLike<number> }) {
  const [low, high] = useReviewView((view) => view.filters.score) ?? allScores;
  const plot = useRef<HTMLDivElement>(null);
  /** Where dragging began, in per cent; an end that is dragged begins at the other one. */
  const anchor = useRef<number | null>(null);
  const heights = barHeights(counts);

  const percentAt = ({ clientX }: PointerEvent): number => {
    const { left, width } = plot.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return ((clientX - left) / width) * 100;
  };
  const begin = (event: PointerEvent, from: number) => {
    anchor.current = from;
    plot.current?.setPointerCapture(event.pointerId);
    event.stopPropagation();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (anchor.current !== null) narrowTo(rangeBetween(anchor.current, percentAt(event)));
  };
  const end = (event: PointerEvent) => {
    const from = anchor.current;
    anchor.current = null;
    // A click without dragging lets all scores through again.
    if (from !== null && event.target === plot.current && Math.abs(percentAt(event) - from) < 1)
      narrowTo(null);
  };
  const handles = [
    { name: 'Lowest score', at: low, other: high, least: 0, most: high },
    { name: 'Highest score', at: high, other: low, least: low, most: 100 },
  ];
  return (
    <div className={styles.brush}>
      <div
        ref={plot}
        className={styles.plot}
        onPointerDown={(event) => begin(event, percentAt(event))}
        onPointerMove={onPointerMove}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <svg viewBox="0 0 50 100" preserveAspectRatio="none" aria-hidden="true">
          {heights.map((height, bar) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
              key={bar}
              className={bar * 2 + 1 >= low && bar * 2 <= high ? styles.in : styles.out}
              x={bar + 0.1}
              width={0.8}
              y={100 - height * 100}
              height={height * 100}
            />
          ))}
        </svg>
        <div className={styles.range} style={{ left: `${low}%`, right: `${100 - high}%` }} />
        {handles.map(({ name, at, other, least, most }) => (
          <div
            key={name}
            role="slider"
            tabIndex={0}
            aria-label={name}
            aria-valuemin={least}
            aria-valuemax={most}
            aria-valuenow={at}
            aria-valuetext={percentWords(at)}
            className={styles.handle}
            style={{ left: `${at}%` }}
            onPointerDown={(event) => begin(event, other)}
            onKeyDown={(event) => {
              const moved = movedByKey(event.key, at);
              if (moved === null) return;
              event.preventDefault();
              // An end does not pass the other one.
              narrowTo(rangeBetween(Math.min(most, Math.max(least, moved)), other));
            }}
          />
        ))}
      </div>
      <p className={styles.words}>{rangeWords([low, high])}</p>
    </div>
  );
}
