import { describe, expect, test } from 'vitest';
import { Stage } from './stage.ts';

/** So many runs of fixed seeds; `npm run soak` plays more, and `--only SEED --short` plays one of these. */
const runs = 40;
/** Runs wait more than they work, so several are played side by side. */
const sideBySide = 5;

describe.concurrent('whatever goes wrong, whoever edits meanwhile and wherever the program dies', () => {
  for (let lane = 1; lane <= sideBySide; lane += 1) {
    test(`links, creates and undos are exactly what was confirmed (${lane} of ${sideBySide})`, async () => {
      await using stage = new Stage('short');
      for (let seed = lane; seed <= runs; seed += sideBySide) {
        const { wrong, steps } = await stage.play(seed);
        expect({ seed, wrong }, steps.join('\n')).toEqual({ seed, wrong: [] });
      }
    });
  }
});
