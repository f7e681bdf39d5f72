import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { FindingKind, type WorksheetPreview } from '#shared/worksheet.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Note } from '../../components/notes/note.tsx';
import { Page } from '../../components/page.tsx';
import { useOperation } from '../../door/operation.ts';
import { useFileDrop } from '../../files/use-file-drop.ts';
import { formatCount, formatCounted } from '../../format/numbers.ts';
import { appliedInput, chosen, chosenAll, decisionCount, keepAll, wholeKinds } from './choices.ts';
import { FindingsTable } from './findings-table.tsx';
import styles from './reading.module.css';
import { findingWords } from './words.ts';

interface PreviewProps {
  readonly preview: WorksheetPreview;
  readonly canApply: boolean;
  readonly onApplied: () => void;
  readonly onBack: () => void;
  /** Reads the same file again. */
  readonly onAgain: () => void;
}

const nothing = () => undefined;

function applyWords(decisions: number, comments: number): string {
  const parts = [
    ...(decisions > 0 || comments === 0 ? [formatCounted(decisions, 'decision')] : []),
    ...(comments > 0 ? [formatCounted(comments, 'comment')] : []),
  ];
  return `Apply ${parts.join(' and ')}`;
}

interface SentencesProps {
  readonly tone: 'wrong' | 'look';
  readonly sentences: readonly string[];
}

function titleOf({ fileName, unread }: WorksheetPreview, says: boolean): string {
  if (says) return `What ${fileName} says`;
  return unread.length > 0 ? `Not all of ${fileName} could be read` : `Nothing new in ${fileName}`;
}

function Sentences({ tone, sentences }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <Note tone={tone}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Note>
  );
}

/** What a worksheet that came back would do, kind by kind; nothing is done before the person says so. */
export function Preview({ preview, canApply, onApplied, onBack, onAgain }: PreviewProps) {
  const { reading, counts, rows, unchanged, agreed, unread, remarks, author } = preview;
  const [choices, setChoices] = useState(keepAll);
  const found = FindingKind.options.filter((kind) => counts[kind] > 0);
  const [shown, setShown] = useState<string>(found[0] ?? '');
  const applying = useOperation('worksheet.apply');
  const [tried, setTried] = useState(false);
  // A file that is dropped here would take the place of the app.
  useFileDrop(nothing, false);
  const decisions = decisionCount(choices, counts);
  const [first] = found;
  return (
    <Page
      title={titleOf(preview, first !== undefined)}
      intro={
        first === undefined
          ? unread.length > 0
            ? 'Nothing in what could be read of this file differs from the project.'
            : 'Nothing in this file differs from the project.'
          : `Nothing is decided yet. What you apply is one step, under the name “${author}”, and one Undo takes it back.`
      }
      full={first !== undefined}
      actions={
        <>
          <Button onClick={onBack}>{first === undefined ? 'Back' : 'Cancel'}</Button>
          {first === undefined ? null : (
            <Button
              look="primary"
              disabled={decisions + counts.comment === 0 || !canApply || applying.pending}
              onClick={() => {
                setTried(true);
                applying.startFor(appliedInput(choices, reading), onApplied);
              }}
            >
              {applying.pending ? 'Applying…' : applyWords(decisions, counts.comment)}
            </Button>
          )}
        </>
      }
    >
      {!tried || applying.error === null ? null : <ErrorNote error={applying.error} onRetry={onAgain} />}
      <Sentences tone="wrong" sentences={unread} />
      <Sentences tone="look" sentences={remarks} />
      <p className={styles.facts}>
        {formatCounted(rows, 'row')} read, {formatCount(unchanged)} unchanged
        {agreed === 0 ? '' : `, ${formatCounted(agreed, 'edit')} that the project says already`}.
      </p>
      {first === undefined ? null : (
        <Tabs.Root className={styles.kinds} value={shown} onValueChange={setShown}>
          <Tabs.List className={styles.tabs} aria-label="What the file says">
            {found.map((kind) => (
              <Tabs.Trigger key={kind} value={kind} className={styles.tab}>
                {findingWords[kind].name} <span className={styles.count}>{formatCount(counts[kind])}</span>
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {found.map((kind) => {
            const whole = wholeKinds.find((one) => one === kind);
            return (
              <Tabs.Content key={kind} value={kind} className={styles.kind} tabIndex={-1}>
                <div className={styles.says}>
                  <p>{findingWords[kind].says}</p>
                  {whole === undefined ? null : (
                    <>
                      <Button onClick={() => setChoices(chosenAll(choices, whole, false))}>
                        {whole === 'stale' ? 'Leave all' : 'Keep the app’s for all'}
                      </Button>
                      <Button onClick={() => setChoices(chosenAll(choices, whole, true))}>
                        {whole === 'blanked' ? 'Put all off' : 'Take the file’s for all'}
                      </Button>
                    </>
                  )}
                </div>
                <FindingsTable
                  reading={reading}
                  kind={kind}
                  count={counts[kind]}
                  choices={choices}
                  onChoose={(finding, take) => setChoices((before) => chosen(before, finding, take))}
                />
              </Tabs.Content>
            );
          })}
        </Tabs.Root>
      )}
    </Page>
  );
}
