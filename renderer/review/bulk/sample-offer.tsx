import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkPreview } from '#shared/bulk.ts';
import type { Sample } from '#shared/sampling.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/fields/select-field.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { formatCount, formatCounted, formatShare } from '../../format/numbers.ts';
import styles from './bulk.module.css';
import { scoreRange } from './bulk-facts.tsx';
import type { BulkFigures } from './figures.ts';
import { IntervalPicture } from './interval-picture.tsx';
import { setBulkView } from './view.ts';
import { sampleResult } from './words.ts';

/** Fewer pairs than these are sooner looked at one by one. */
const leastPairs = 30;

const bounds = { '0.05': 0.05, '0.02': 0.02, '0.01': 0.01 } as const;
type Bound = keyof typeof bounds;
const boundNames: readonly Bound[] = ['0.05', '0.02', '0.01'];

interface SampleOfferProps {
  readonly pairs: BulkPreview['decisions'];
  readonly figures: BulkFigures;
  /** The sample that was drawn from these pairs, begun or answered to its end. */
  readonly sample: Sample | null;
}

/** Before a bulk confirmation: a blind sample to draw, to go on with, or what it showed. */
export function SampleOffer({ pairs, figures, sample }: SampleOfferProps) {
  if (sample !== null) return <Drawn sample={sample} />;
  return pairs.length < leastPairs ? null : <Offer pairs={pairs} figures={figures} />;
}

function Drawn({ sample }: { readonly sample: Sample }) {
  const { counts, wrong, pairs } = sample;
  return (
    <section className={styles.offer} aria-label="Blind sample">
      <h3>Blind sample</h3>
      {wrong === null ? (
        <>
          <p>
            {formatCount(pairs.length - counts.open)} of {formatCount(pairs.length)} checked.
          </p>
          <Button onClick={() => setBulkView({ sampleId: sample.id })}>Go on with the sample</Button>
        </>
      ) : (
        <>
          <p>{sampleResult(sample, wrong)}</p>
          <IntervalPicture rate={wrong} bound={sample.bound} />
        </>
      )}
    </section>
  );
}

function Offer({ pairs, figures }: Omit<SampleOfferProps, 'sample'>) {
  const { call } = useDoor();
  const client = useQueryClient();
  const [bound, setBound] = useState<Bound>('0.05');
  const population = pairs.length;
  const sizes = useQueries({
    queries: boundNames.map((name) => ({
      queryKey: keys.sampleSize(population, bounds[name]),
      queryFn: () => call('sample.size', { population, bound: bounds[name] }),
    })),
  });
  const range = figures.scores === null ? '' : `, score ${scoreRange(figures.scores)}`;
  const drawing = useMutation({
    mutationFn: () =>
      call('sample.draw', {
        accountIds: pairs.map(({ accountId }) => accountId),
        what: `${formatCounted(population, 'pair')}${range}`,
        bound: bounds[bound],
      }),
    onSuccess(drawn) {
      client.setQueryData<Sample[]>(keys.samples, (known = []) => [...known, drawn]);
      setBulkView({ sampleId: drawn.id });
    },
  });
  return (
    <section className={styles.offer} aria-label="Blind sample">
      <h3>Check a blind sample first</h3>
      <p>A few pairs in random order, without scores: they show how often such pairs are wrong.</p>
      <div className={styles.choice}>
        <SelectField
          label="Rate of wrong links to show"
          value={bound}
          options={boundNames.map((name, index) => {
            const size = sizes[index]?.data?.size;
            const pairsWord = size === undefined ? '' : `: ${formatCounted(size, 'pair')} to check`;
            return [name, `at most ${formatShare(bounds[name])}${pairsWord}`] as const;
          })}
          onChange={setBound}
        />
        <Button disabled={drawing.isPending} onClick={() => drawing.mutate()}>
          Check a sample
        </Button>
      </div>
      {drawing.error === null ? null : <ErrorNote error={drawing.error} />}
    </section>
  );
}
