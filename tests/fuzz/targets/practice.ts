import fc from 'fast-check';
import { quickbooksChanges } from '#app/practice/troubles/quickbooks-changes.ts';
import { quickbooksTroubles } from '#app/practice/troubles/quickbooks-troubles.ts';
import { salesforceChanges } from '#app/practice/troubles/salesforce-changes.ts';
import { salesforceTroubles } from '#app/practice/troubles/salesforce-troubles.ts';
import { type MethodName, methods } from '#shared/contract.ts';
import { asJson } from '../bytes.ts';
import { type Call, requireAnswer, stepsIn } from '../calls.ts';
import { confined } from '../confined.ts';
import { requireSame } from '../invariants.ts';
import { someValueOf } from '../some-value.ts';
import { StandingProgram } from '../standing-program.ts';
import type { Target } from '../target.ts';

const often: readonly MethodName[] = [
  'practice.open',
  'practice.info',
  'practice.troubles',
  'practice.setTrouble',
  'practice.clearTroubles',
  'practice.change',
  'app.overview',
  'project.close',
  'project.create',
  'project.open',
];
/** Rarer than others, because each makes a company. */
const seldom: readonly MethodName[] = ['practice.start', 'practice.reset'];
const names: ReadonlySet<unknown> = new Set([...often, ...seldom]);

const ids = [salesforceTroubles, quickbooksTroubles, salesforceChanges, quickbooksChanges].flatMap((kinds) =>
  kinds.map(({ id }) => id),
);
const text = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...ids) },
  { weight: 1, arbitrary: fc.constantFrom('Practice company.counterpart', 'other.counterpart', '', '\0') },
  { weight: 1, arbitrary: fc.string({ maxLength: 10 }) },
);
const call = fc
  .oneof(
    { weight: 80, arbitrary: fc.constantFrom(...often) },
    { weight: 1, arbitrary: fc.constantFrom(...seldom) },
  )
  .chain((name) => fc.tuple(fc.constant(name), someValueOf(methods[name].input, text)));

const untilAnew = 300;

/** Calls of the practice company, some of them at once: it runs once at the most, and not after the program has ended. */
export const practice: Target = {
  name: 'practice',
  form: 'json',
  any: asJson(
    fc.oneof(
      { weight: 5, arbitrary: fc.array(call, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.tuple(fc.array(call, { minLength: 2, maxLength: 3 })) },
    ),
  ),
  words: [...often, ...seldom, ...ids, 'once', 'thrice', 'always', 'salesforcePort', 'quickbooksPort'],
  async open(folder) {
    const program = new StandingProgram(folder, untilAnew);
    return {
      async take(input) {
        await program.begin();
        const make = async ([name, given]: Call) => {
          const result = await program.engine.handle(
            name,
            confined(program.withOwnPorts(given), program.files),
          );
          requireAnswer(name, result);
          return result.ok;
        };
        let taken = false;
        for (const step of stepsIn(input)) {
          const calls = step.filter(([name]) => names.has(name));
          const answered = await Promise.all(calls.map(make));
          if (calls.length === 1 && answered[0] === true) await requireKept(program, calls);
          if (answered.includes(true)) taken = true;
        }
        await program.requireQuiet();
        return taken ? 'taken' : 'refused';
      },
      close: () => program.end(),
    };
  },
};

/** What was accepted is so when it is looked at. Throws a finding otherwise. */
async function requireKept(program: StandingProgram, [call]: readonly Call[]): Promise<void> {
  const [name, given] = call ?? [];
  if (name === 'practice.setTrouble') {
    const { id, often: asked } = methods[name].input.parse(given);
    const { troubles } = await program.call('practice.troubles', {});
    requireSame(troubles.find((one) => one.id === id)?.often, asked, 'how often a trouble is to strike');
  }
  if (name === 'practice.clearTroubles') {
    const { troubles } = await program.call('practice.troubles', {});
    requireSame(
      troubles.filter((one) => one.often !== null),
      [],
      'the troubles that were switched off',
    );
  }
  if (name === 'practice.open' || name === 'practice.reset') {
    const { project } = await program.call('app.overview', {});
    requireSame(project?.practice, true, 'that the practice project is open');
  }
}
