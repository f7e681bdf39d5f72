import { expect, test } from 'vitest';
import type { Overview } from '#shared/contract.ts';
import type { DatasetInfo, Side } from '#shared/datasets.ts';
import { reasonAgainst } from '../../../renderer/matching/reason-against.ts';

const datasetOf = (side: Side): DatasetInfo => ({
  side,
  exportedAt: '2026-01-01T09:00:00.000Z',
  count: 3,
  origin: { kind: 'file', fileName: 'records.csv', hasIds: true },
  problems: [],
});
const project = { path: '/acme.counterpart', name: 'acme', readOnly: false, practice: false };
const ready: Pick<Overview, 'project' | 'running' | 'datasets'> = {
  project,
  running: null,
  datasets: { salesforce: datasetOf('salesforce'), quickbooks: datasetOf('quickbooks') },
};

test('a match can be started once both sides are there and nothing runs', () => {
  expect(reasonAgainst(ready)).toBe('');
  expect(reasonAgainst({ ...ready, datasets: { ...ready.datasets, quickbooks: null } })).toBe(
    'Export both sides first.',
  );
});

test('what runs is named', () => {
  const running = {
    operation: 'match',
    step: 'Weighing pairs',
    done: 1,
    total: 9,
    secondsLeft: null,
  } as const;
  expect(reasonAgainst({ ...ready, running })).toBe('A match is running.');
  expect(
    reasonAgainst({ ...ready, running: { ...running, operation: 'write', step: 'Writing links' } }),
  ).toBe('First this has to end: Writing links.');
});

test('a project that can only be read is not matched', () => {
  expect(reasonAgainst({ ...ready, project: { ...project, readOnly: true } })).toMatch(/only read/);
});
