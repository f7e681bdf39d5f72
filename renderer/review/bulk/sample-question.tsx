import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { AccountId } from '#shared/ids.ts';
import type { RowDetail } from '#shared/review.ts';
import type { Sample, SamplePair, SampleVerdict } from '#shared/sampling.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Loading } from '../../components/page.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { formatCount } from '../../format/numbers.ts';
import { Comparison } from '../evidence/comparison.tsx';
import styles from './sample-question.module.css';

const verdicts: readonly { readonly verdict: SampleVerdict; readonly label: string; readonly key: string }[] =
  [
    { verdict: 'right', label: 'Right', key: 'R' },
    { verdict: 'wrong', label: 'Wrong', key: 'W' },
    { verdict: 'unsure', label: 'Not sure', key: 'U' },
  ];

/** One pair of a blind sample: both records and nothing of what the matcher thinks of them. */
export function SampleQuestion({ sample }: { readonly sample: Sample }) {
  const { call } = useDoor();
  const client = useQueryClient();
  const area = useRef<HTMLElement>(null);
  const place = sample.pairs.findIndex(({ verdict }) => verdict === null);
  const pair = sample.pairs[place];
  const next = sample.pairs[place + 1];
  const before = sample.pairs[place - 1];
  const reading = (accountId: AccountId) => () => call('review.detail', { accountId });
  const detail = useQuery({
    queryKey: keys.detail(pair?.accountId ?? ''),
    queryFn: pair === undefined ? skipToken : reading(pair.accountId),
  });
  const answering = useMutation({
    mutationFn: ({ accountId, verdict }: { accountId: AccountId; verdict: SampleVerdict | null }) =>
      call('sample.answer', { sample: sample.id, accountId, verdict }),
    onSuccess: (answered) =>
      client.setQueryData<Sample[]>(keys.samples, (known = []) =>
        known.map((each) => (each.id === answered.id ? answered : each)),
      ),
  });
  useEffect(() => area.current?.focus(), []);
  const seen = detail.data !== undefined;
  useEffect(() => {
    if (!seen || next === undefined) return;
    const { accountId } = next;
    void client.prefetchQuery({ queryKey: keys.detail(accountId), queryFn: reading(accountId) });
  });

  const answer = (of: SamplePair | undefined, verdict: SampleVerdict | null) => {
    // What a person has not seen is not answered, however fast the keys come.
    const isShown = verdict === null || seen;
    if (of !== undefined && isShown && !answering.isPending)
      answering.mutate({ accountId: of.accountId, verdict });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const chosen = verdicts.find(({ key }) => key === event.key.toUpperCase());
    if (chosen !== undefined) answer(pair, chosen.verdict);
    else if (event.key === 'Backspace') answer(before, null);
    else return;
    event.preventDefault();
  };
  const done = sample.pairs.length - sample.counts.open;
  return (
    <section
      ref={area}
      aria-label="Pair to judge"
      tabIndex={-1}
      className={styles.area}
      onKeyDown={onKeyDown}
    >
      <div className={styles.progress}>
        <ProgressBar label="Pairs checked" done={done} total={sample.pairs.length} className={styles.bar} />
        <span role="status" className="num">
          Pair {formatCount(place + 1)} of {formatCount(sample.pairs.length)}
        </span>
      </div>
      <p className={styles.question}>Are these the same business?</p>
      <div className={styles.records}>
        {detail.error === null ? null : (
          <ErrorNote error={detail.error} onRetry={() => void detail.refetch()} />
        )}
        {pair === undefined || detail.data === undefined ? (
          <Loading what="the pair" />
        ) : (
          <Records pair={pair} detail={detail.data} />
        )}
      </div>
      {answering.error === null ? null : <ErrorNote error={answering.error} />}
      <div className={styles.buttons}>
        {verdicts.map(({ verdict, label, key }) => (
          <Button key={verdict} shortcut={key} onClick={() => answer(pair, verdict)}>
            {label}
          </Button>
        ))}
        <Button
          look="plain"
          shortcut="⌫"
          disabled={before === undefined}
          onClick={() => answer(before, null)}
        >
          Back one
        </Button>
      </div>
    </section>
  );
}

interface RecordsProps {
  readonly pair: SamplePair;
  readonly detail: RowDetail;
}

function Records({ pair, detail: { account, candidates } }: RecordsProps) {
  const candidate = candidates.find(({ customer }) => customer.id === pair.customerId);
  return candidate === undefined ? (
    <p>This pair is not proposed any more. Answer “Not sure”.</p>
  ) : (
    <Comparison account={account} customer={candidate.customer} />
  );
}
