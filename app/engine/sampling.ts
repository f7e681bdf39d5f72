import { randomInt } from 'node:crypto';
import { drawn, drawsFor, sampleOf, undecidedPairs } from '#app/review/index.ts';
import { AppError } from '#shared/errors.ts';
import type { Sample } from '#shared/sampling.ts';
import type { Handlers, Of } from './handlers.ts';
import type { Session } from './session.ts';

/** Blind samples: how often a set of pairs is wrong, before it is confirmed in bulk. */
export function samplingHandlers(session: Session): Handlers<Of<'sample'>> {
  function one(id: number): Sample {
    const sample = session.open.project.samples.all().find((each) => each.id === id);
    if (sample === undefined) throw new AppError('sample-not-found', { sample: id });
    return sampleOf(sample);
  }

  return {
    'sample.size': ({ population, bound }) => ({ size: drawsFor(bound, population) }),

    'sample.draw': ({ accountIds, what, bound }) => {
      const { project, review } = session.writable;
      const pairs = undecidedPairs(review.ledger, accountIds);
      if (pairs.length === 0) throw new AppError('sample-nothing');
      const chosen = drawn(pairs, drawsFor(bound, pairs.length), (below) => randomInt(below));
      const sample = { what, population: pairs.length, bound, pairs: chosen };
      return one(project.samples.add(sample, session.options.author, session.now()));
    },

    'sample.answer': ({ sample, accountId, verdict }) => {
      const { project } = session.writable;
      if (!one(sample).pairs.some((pair) => pair.accountId === accountId)) {
        throw new AppError('decision-unknown-record', { side: 'account', id: accountId });
      }
      project.samples.answer(sample, accountId, verdict);
      return one(sample);
    },

    'sample.list': () => session.open.project.samples.all().map(sampleOf),
  };
}
