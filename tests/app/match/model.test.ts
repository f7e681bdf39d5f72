import { expect, test } from 'vitest';
import { match, storedModel } from '#app/match/index.ts';
import { knownCounts } from '../../../app/match/model.ts';
import { account, customer } from './records.ts';

const shared = '312 555 0100';
const { model } = await match({
  accounts: [account('A', { name: 'Quimby Optics', phone: '312 555 0123' })],
  customers: Array.from({ length: 5 }, (_, at) =>
    customer(`${at}`, { displayName: `Vexor${at} Optics`, phone: shared }),
  ),
});

test('a model comes back from JSON as it was', () => {
  expect(storedModel(JSON.parse(JSON.stringify(model)))).toEqual(model);
});

test.each([
  ['of an older version', { ...model, version: 1 }],
  ['of a newer version', { ...model, version: model.version + 1 }],
  ['that lacks a part', { ...model, weights: undefined }],
  ['that is no object', 'model'],
  ['that was never stored', null],
])('a model %s is none', (_, stored) => {
  expect(storedModel(stored)).toBeNull();
});

test('a model knows the counts of what is not rare, in the order of the texts', () => {
  const known = knownCounts(model);
  expect(known('phone', '13125550100')).toBe(5);
  expect(known('phone', '13125550123')).toBe(0);
  expect(known('word', 'optics')).toBe(6);
  expect(known('word', '__proto__')).toBe(0);
  const words = model.counts.word.map(([text]) => text);
  expect(words).toEqual(words.toSorted());
});
