import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createEngine, type Engine } from '#app/engine.ts';
import { memorySecrets } from '#app/sign-in/index.ts';
import { type MethodName, methods } from '#shared/contract.ts';
import { asJson } from '../bytes.ts';
import { callsIn, requireAnswer } from '../calls.ts';
import { confined } from '../confined.ts';
import { makeSmallProject } from '../small-project.ts';
import { someValueOf } from '../some-value.ts';
import type { Target, Verdict } from '../target.ts';

/** Calls that listen at an address: targets of their own try them. */
const listening: ReadonlySet<string> = new Set<MethodName>([
  'practice.start',
  'practice.open',
  'practice.reset',
  'practice.troubles',
  'practice.setTrouble',
  'practice.clearTroubles',
  'practice.change',
  'connections.signIn',
]);
/** Rarer than others, because each starts a thread or writes a workbook. */
const heavy = [
  'match.run',
  'match.files',
  'worksheet.save',
  'worksheet.saveSignOff',
  'sources.save',
  'project.merge',
  'project.mergePreview',
];
const names = (Object.keys(methods) as MethodName[]).filter((name) => !listening.has(name));

const text = fc.oneof(
  fc.constantFrom(
    'A1',
    'A2',
    'A5',
    'A9',
    'A11',
    '1',
    '2',
    '5',
    '11',
    '99',
    'small.counterpart',
    'other.csv',
    'out.xlsx',
    'out.csv',
    'missing/x.csv',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
  fc.constantFrom('\0', 'a\0b', '__proto__', '\uD800', 'x'.repeat(300), 'Name', 'displayName'),
);
const call = fc
  .oneof(
    { weight: 200, arbitrary: fc.constantFrom(...names.filter((name) => !heavy.includes(name))) },
    { weight: 1, arbitrary: fc.constantFrom(...heavy) },
    { weight: 4, arbitrary: fc.constantFrom('constructor', '__proto__', 'toString', 'app.', '') },
  )
  .chain((name) =>
    Object.hasOwn(methods, name)
      ? fc.tuple(fc.constant(name), someValueOf(methods[name as MethodName].input, text))
      : fc.tuple(fc.constant(name), fc.jsonValue()),
  );

/** So many inputs see what those before them did; then all begins anew. */
const untilAnew = 500;

/** Calls as they come through a door, one to four of them, on an open project. */
export const contract: Target = {
  name: 'contract',
  form: 'json',
  any: asJson(
    fc.oneof(
      { weight: 5, arbitrary: fc.array(call, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(call, { minLength: 2, maxLength: 4 }) },
    ),
  ),
  words: [
    ...names,
    'accountId',
    'customerId',
    'kind',
    'confirm',
    'reject',
    'skip',
    'create-new',
    'A1',
    '1',
    'path',
    'small.counterpart',
  ],
  async open(folder) {
    let engine: Engine | null = null;
    let round = 0;
    let tried = 0;

    /** The engine over a project nobody has changed yet. */
    const fresh = async (): Promise<Engine> => {
      await engine?.close();
      rmSync(join(folder, String(round)), { recursive: true, force: true });
      round += 1;
      const projects = join(folder, String(round));
      mkdirSync(projects, { recursive: true });
      const path = join(projects, 'small.counterpart');
      makeSmallProject(path);
      const home = { projects, state: join(projects, 'state') };
      const made = createEngine({
        version: '1',
        home,
        author: 'tester',
        environment: {},
        signIn: { secrets: memorySecrets(), patience: 1_000 },
      });
      await made.call('project.open', { path });
      return made;
    };

    return {
      async take(input) {
        if (engine === null || tried % untilAnew === 0) engine = await fresh();
        tried += 1;
        let verdict: Verdict = 'refused';
        for (const [name, given] of callsIn(input)) {
          if (listening.has(String(name))) continue;
          const result = await engine.handle(name, confined(given, join(folder, String(round))));
          requireAnswer(name, result);
          if (result.ok) verdict = 'taken';
        }
        return verdict;
      },
      close: async () => {
        await engine?.close();
      },
    };
  },
};
