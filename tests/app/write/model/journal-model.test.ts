import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunId } from '#shared/ids.ts';
import { commands, type Model } from './commands.ts';
import { Writing } from './writing.ts';

/** The program dies once at the most, so that more lives than this mean that the run does not come to its end. */
const mostLives = 4;

const start = () => new Map([1, 2, 3].map((account) => [account, '']));

test('whatever befalls runs and their undos, entries take legal ways, nothing is lost and nothing is sent twice', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (script) => {
      await fc.asyncModelRun(() => {
        const model: Model = {
          links: start(),
          writes: new Map(),
          writers: new Map(),
          runs: [],
          open: null,
          edited: false,
        };
        return { model, real: new Writing() };
      }, script);
    }),
    { numRuns: 60 },
  );
});

test('after any number of writes and undos, undoing what is left returns the services to the start', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          undoes: fc.boolean(),
          dies: fc.integer({ min: 0, max: 15 }),
          isLost: fc.boolean(),
        }),
        { maxLength: 8 },
      ),
      async (script) => {
        const writing = new Writing();
        const written: RunId[] = [];
        for (const { undoes, dies, isLost } of script) {
          const last = undoes ? written.pop() : undefined;
          const run =
            last === undefined
              ? writing.plan([1, 2, 3].map((one) => [one, one + 3 * (written.length % 2)]))
              : await writing.planUndo(last);
          if (run === null) continue;
          if (last === undefined) written.push(run);
          if (last === undefined && written.length === 1)
            for (const one of [1, 2, 3]) writing.moveToken(one, '7');
          if (isLost) writing.services.faults.push('lost-after');
          writing.diesIn = dies;
          for (let lives = 0; writing.open !== null && lives < mostLives; lives += 1) {
            await writing.goOn(run);
            writing.reopen();
          }
          expect(writing.open).toBe(null);
        }
        for (const last of written.reverse()) {
          const run = await writing.planUndo(last);
          if (run !== null) await writing.goOn(run);
        }
        expect(writing.wrong).toEqual([]);
        const fields = { customerId: '', syncToken: script.length > 0 ? '7' : '' };
        expect([1, 2, 3].map((account) => writing.fields(account))).toEqual([fields, fields, fields]);
      },
    ),
    { numRuns: 25 },
  );
});
