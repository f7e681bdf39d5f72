import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import type { AppEvent, Overview } from '#shared/contract.ts';
import { followEvent } from '../../../renderer/door/follow-events.ts';
import { keys } from '../../../renderer/door/keys.ts';

type What = Extract<AppEvent, { name: 'changed' }>['payload']['what'];

/** Which of the answers are read again after this part of the project changed. */
function readAgain(what: What): string[] {
  const client = new QueryClient();
  const known = [
    keys.overview,
    keys.rows,
    keys.plans,
    keys.runs,
    keys.recent,
    keys.settings,
    keys.connections,
  ];
  for (const key of known) client.setQueryData(key, {});
  followEvent(client, { name: 'changed', payload: { what } });
  return known.filter((key) => client.getQueryState(key)?.isInvalidated).map(([name]) => name);
}

describe('what is read again', () => {
  test.each<[What, string[]]>([
    ['datasets', ['app.overview', 'review.rows', 'write.preview', 'match.settings']],
    ['proposals', ['app.overview', 'review.rows', 'write.preview', 'match.settings']],
    ['connections', ['app.overview', 'write.preview', 'connections.settings']],
    ['decisions', ['write.preview', 'match.settings']],
    ['teaching', ['write.preview', 'match.settings']],
    ['runs', ['app.overview', 'review.rows', 'write.preview', 'runs.list']],
    [
      'project',
      [
        'app.overview',
        'review.rows',
        'write.preview',
        'runs.list',
        'project.recent',
        'match.settings',
        'connections.settings',
      ],
    ],
  ])('when %s changed', (what, expected) => {
    expect(readAgain(what)).toEqual(expected);
  });
});

test('progress is shown as it comes and gone when the operation has ended', () => {
  const client = new QueryClient();
  client.setQueryData<Partial<Overview>>(keys.overview, { running: null });
  const running = {
    operation: 'export',
    step: 'Exporting accounts',
    done: 5,
    total: 10,
    secondsLeft: null,
  } as const;
  followEvent(client, { name: 'progress', payload: running });
  expect(client.getQueryData<Overview>(keys.overview)?.running).toEqual(running);
  followEvent(client, { name: 'operation-ended', payload: { operation: 'export' } });
  expect(client.getQueryData<Overview>(keys.overview)?.running).toBeNull();
});
