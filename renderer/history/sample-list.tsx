import type { Sample } from '#shared/sampling.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useSamples } from '../door/queries.ts';
import { formatCount } from '../format/numbers.ts';
import { formatMoment } from '../format/times.ts';
import { goTo } from '../frame/screen-address.ts';
import { setBulkView } from '../review/bulk/view.ts';
import { sampleResult } from '../review/bulk/words.ts';
import styles from './run-list.module.css';

/** The blind samples with what they showed, newest first; one that was left can be gone on with. */
export function SampleList() {
  const { data: samples = [], error, refetch } = useSamples();
  if (error !== null) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (samples.length === 0) return null;
  const newestFirst = samples.toSorted((left, right) => right.id - left.id);
  return (
    <section aria-labelledby="blind-samples">
      <h2 id="blind-samples" className={styles.heading}>
        Blind samples
      </h2>
      <table className={styles.runs} aria-label="Blind samples">
        <thead>
          <tr>
            <th scope="col">Drawn</th>
            <th scope="col">By</th>
            <th scope="col">From</th>
            <th scope="col">Wrong links</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((sample) => (
            <tr key={sample.id}>
              <td>{formatMoment(sample.at)}</td>
              <td>{sample.author}</td>
              <td>{sample.what}</td>
              <td>
                <Result sample={sample} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Result({ sample }: { readonly sample: Sample }) {
  const { wrong, pairs, counts } = sample;
  if (wrong !== null) return sampleResult(sample, wrong);
  const goOn = () => {
    setBulkView({ sampleId: sample.id, wish: null });
    goTo('review');
  };
  return (
    <>
      {formatCount(pairs.length - counts.open)} of {formatCount(pairs.length)} checked{' '}
      <Button onClick={goOn}>Go on</Button>
    </>
  );
}
