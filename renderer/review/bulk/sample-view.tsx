import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialogs/dialog.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Loading } from '../../components/page.tsx';
import { useSamples } from '../../door/queries.ts';
import styles from './bulk.module.css';
import { IntervalPicture } from './interval-picture.tsx';
import { SampleQuestion } from './sample-question.tsx';
import { setBulkView, useBulkView } from './view.ts';
import { sampleResult } from './words.ts';

interface SampleViewProps {
  readonly sampleId: number;
  readonly onLeave: () => void;
}

/** A blind sample: one pair after the other, and at its end what it showed. It may be left and gone on with later. */
export function SampleView({ sampleId, onLeave }: SampleViewProps) {
  const samples = useSamples();
  const wish = useBulkView((view) => view.wish);
  const sample = samples.data?.find(({ id }) => id === sampleId);
  if (sample === undefined) {
    return samples.error === null ? <Loading what="the sample" /> : <ErrorNote error={samples.error} />;
  }
  if (sample.wrong === null) return <SampleQuestion sample={sample} />;
  return (
    <>
      <p role="status" className={styles.result}>
        {sampleResult(sample, sample.wrong)}
      </p>
      <IntervalPicture rate={sample.wrong} bound={sample.bound} />
      {wish === null ? (
        <p className={styles.from}>Nothing is confirmed yet. To confirm, choose the same rows again.</p>
      ) : null}
      <DialogActions>
        <Button onClick={onLeave}>{wish === null ? 'Close' : 'Do not confirm'}</Button>
        {wish === null ? null : (
          <Button look="primary" onClick={() => setBulkView({ sampleId: null })}>
            Confirm the rest…
          </Button>
        )}
      </DialogActions>
    </>
  );
}
