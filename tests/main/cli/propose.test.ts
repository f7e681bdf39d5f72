import { expect, test } from 'vitest';
import type { MethodName } from '#shared/contract.ts';
import type { Lesson, MatchPolicy } from '#shared/matching.ts';
import { propose } from '../../../main/cli/commands/match.ts';
import type { Context } from '../../../main/cli/context.ts';

/** A command line whose engine answers as told, and what it called and said. */
function aContext(
  lesson: Lesson | null,
  policy: MatchPolicy = { subCustomers: true, severalAccounts: false },
) {
  const calls: [MethodName, unknown][] = [];
  const said: string[] = [];
  const answers: Partial<Record<MethodName, unknown>> = {
    'match.settings': { policy },
    'match.run': {
      proposals: 5,
      bands: { certain: 3, likely: 1, possible: 1 },
      conflicts: 2,
      withoutCandidate: 0,
      milliseconds: 400,
      lesson,
      changed: { proposals: 4, gone: 1 },
    },
  };
  const context: Context = {
    call: async (method, input) => {
      calls.push([method, input]);
      return answers[method] as never;
    },
    say: (line) => said.push(line),
    warn: () => undefined,
    result: () => undefined,
  };
  return { context, calls, said };
}

const project = 'p.counterpart';
const lesson: Lesson = {
  confirmed: 43,
  rejected: 1,
  changes: [
    { label: 'Phone agrees', before: 12.34, after: 5.46 },
    { label: 'Name agrees', before: 9, after: 10 },
  ],
};

test('what decisions taught is one line more', async () => {
  const { context, said } = aContext(lesson);
  await propose(context, project, {});
  expect(said).toEqual([
    expect.stringContaining('5 pairs proposed'),
    'Learnt from 43 confirmed and 1 rejected pair: "Phone agrees" now counts 5.5 bits (12.3 before), and 1 other change; 4 rows with another customer, 1 with none any more.',
  ]);
});

test('without decisions there is no such line', async () => {
  const { context, said } = aContext(null);
  await propose(context, project, {});
  expect(said).toHaveLength(1);
});

test.each([
  [{ subCustomers: false }, { subCustomers: false, severalAccounts: false }],
  [{ severalAccounts: true }, { subCustomers: true, severalAccounts: true }],
])('%j is the project’s policy before the match, the rest stays', async (options, policy) => {
  const { context, calls } = aContext(null);
  await propose(context, project, options);
  const names = calls.map(([method]) => method);
  expect(calls).toContainEqual(['match.setPolicy', policy]);
  expect(names.indexOf('match.setPolicy')).toBeLessThan(names.indexOf('match.run'));
});

test('without these options the policy is left alone', async () => {
  const { context, calls } = aContext(null);
  await propose(context, project, {});
  expect(calls.map(([method]) => method)).toEqual(['project.open', 'match.run']);
});
