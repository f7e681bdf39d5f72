import { expect, test } from 'vitest';
import { RunId } from '#shared/ids.ts';
import { atOnce } from '#shared/steps.ts';
import { linkTrails, runEffects } from '../../../app/project/link-trail.ts';
import { accountId } from '../../support/records.ts';

const run = (n: number) => RunId.parse(n);

/** Runs by what each undoes (null: a write), numbered from 1. */
const runsOf = (...undoes: (number | null)[]) =>
  undoes.map((each, at) => ({
    id: run(at + 1),
    undoes: each === null ? null : run(each),
    author: `author ${at + 1}`,
  }));

/** The trail of one account that every run changed, each from this decision. */
function trailOf(undoes: (number | null)[], decisions: number[]) {
  const changes = decisions.map((decisionSeq, at) => ({
    run: run(at + 1),
    accountId: accountId(1),
    decisionSeq,
    customerName: 'Acme',
    at: `2026-01-0${at + 1}T00:00:00.000Z`,
  }));
  return atOnce(linkTrails(runsOf(...undoes), changes)).get(accountId(1));
}

test('an undo takes links away, the undo of an undo makes those of the first write again', () => {
  const effects = runEffects(runsOf(null, 1, 2, 3, null));
  expect([...effects.values()]).toEqual([
    { write: 1, links: true },
    { write: 1, links: false },
    { write: 1, links: true },
    { write: 1, links: false },
    { write: 5, links: true },
  ]);
});

test('a link that was written is its write’s, and nothing was taken back', () => {
  expect(trailOf([null], [3])).toEqual({ writer: 1, takenBack: null, undone: null });
});

test('a link that was undone is nobody’s: what was decided up to it no longer counts, and it is known who undid it', () => {
  expect(trailOf([null, 1], [3, 3])).toEqual({
    writer: null,
    takenBack: { upTo: 3, except: null },
    undone: {
      upTo: 3,
      except: null,
      run: 2,
      author: 'author 2',
      at: '2026-01-02T00:00:00.000Z',
      customerName: 'Acme',
    },
  });
});

test('where the undo was undone, the decision counts again, but none that came before it', () => {
  expect(trailOf([null, 1, 2], [3, 3, 3])).toEqual({
    writer: 1,
    takenBack: { upTo: 3, except: 3 },
    undone: null,
  });
});

test('a link written anew after an undo is the new write’s; the former decision stays taken back', () => {
  expect(trailOf([null, 1, null], [3, 3, 8])).toEqual({
    writer: 3,
    takenBack: { upTo: 3, except: 8 },
    undone: null,
  });
});

test('of two writes over each other, undoing the second leaves the first one’s link', () => {
  expect(trailOf([null, null, 2], [3, 8, 8])).toMatchObject({ writer: 1, takenBack: { upTo: 8 } });
  // Undoing the first one as well must not bring the second decision back.
  expect(trailOf([null, null, 2, 1], [3, 8, 8, 3])).toMatchObject({
    writer: null,
    takenBack: { upTo: 8 },
  });
});
