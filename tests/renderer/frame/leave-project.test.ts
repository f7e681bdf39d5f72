import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { RunId } from '#shared/ids.ts';
import { openPane, usePane } from '../../../renderer/commands/panes.ts';
import { keys } from '../../../renderer/door/keys.ts';
import { forgetProject } from '../../../renderer/frame/leave-project.ts';
import { setBulkView, useBulkView } from '../../../renderer/review/bulk/view.ts';
import { setReviewView, useReviewView } from '../../../renderer/review/view.ts';
import { showRun, useShownRun } from '../../../renderer/write/shown-run.ts';
import { showPart, useWritePart } from '../../../renderer/write/write-part.ts';

test('of what was asked only what no project has to do with is kept', () => {
  const client = new QueryClient();
  const plain = Object.values(keys).flatMap((key) => (typeof key === 'function' ? [] : [key]));
  const asked = [
    ...plain,
    keys.removals(1),
    keys.creationJournal(1),
    keys.drift('2026-01-01', 'salesforce', 'new'),
  ];
  for (const key of asked) client.setQueryData(key, {});
  forgetProject(client);
  const kept = client
    .getQueryCache()
    .getAll()
    .map(({ queryKey: [name] }) => name);
  expect(kept.toSorted()).toEqual([
    'app.info',
    'app.overview',
    'log.diagnostics',
    'preferences.all',
    'project.recent',
  ]);
});

test('the next project begins as if none had been looked at', () => {
  setReviewView({ text: 'acme' });
  setBulkView({ sampleId: 3 });
  showRun(RunId.parse(7));
  showPart('quickbooks');
  openPane('history');
  forgetProject(new QueryClient());
  expect(useReviewView.getState().text).toBe('');
  expect(useBulkView.getState().sampleId).toBeNull();
  expect(useShownRun.getState().runId).toBeNull();
  expect(useWritePart.getState().part).toBe('links');
  expect(usePane.getState().pane).toBeNull();
});
