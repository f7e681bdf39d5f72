import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { corpusOf } from './corpus.ts';
import { requireUnpolluted } from './invariants.ts';
import { targets } from './targets.ts';

/** Inputs that once were a finding, and those that together reach most of the code that takes them in. */
describe('no input does what must not be, among those that are kept', () => {
  test.each(targets.map((target) => [target.name, target] as const))('%s', async (name, target) => {
    const kept = corpusOf(name);
    expect(kept.length).toBeGreaterThan(0);
    const stand = await target.open(temporaryFolder());
    try {
      for (const { bytes } of kept) {
        await stand.take(bytes);
        requireUnpolluted();
      }
    } finally {
      await stand.close();
    }
  });
});
