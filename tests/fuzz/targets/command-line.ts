import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import fc from 'fast-check';
import { commandLine } from '#main/cli/program.ts';
import { AppError } from '#shared/errors.ts';
import { asJson } from '../bytes.ts';
import { confinedPath } from '../confined.ts';
import { asRefusal } from '../invariants.ts';
import { makeSmallProject } from '../small-project.ts';
import { Finding, type Target, type Verdict } from '../target.ts';

const commands = commandLine(() => undefined).commands.map((command) => command.name());
// The practice company runs until it is told to end.
const usable = commands.filter((name) => name !== 'practice');
const options = commandLine(() => undefined).commands.flatMap((command) =>
  command.options.map(({ long }) => long ?? ''),
);
const word = fc.oneof(
  fc.constantFrom(
    'small.counterpart',
    'a.csv',
    'out.csv',
    'out.xlsx',
    'certain',
    'quickbooks',
    'salesforce',
    '1',
    '-1',
    '',
    '--',
    '-h',
    '--help',
    '--version',
    '--json',
    'Name=text:x',
    '=',
    '\0',
    '__proto__',
  ),
  fc.constantFrom(...options),
  fc.string({ maxLength: 8 }),
);

/** What is typed at the command line: it ends with an exit code, and says why in words. */
export const typed: Target = {
  name: 'command-line',
  form: 'json',
  any: asJson(
    fc
      .tuple(
        fc.constantFrom(...usable, 'nothing'),
        fc.constantFrom('small.counterpart', 'none', '--json'),
        fc.array(word, { maxLength: 5 }),
      )
      .map(([name, project, words]) => [name, project, ...words]),
  ),
  words: [...usable, ...options, 'small.counterpart'],
  async open(folder) {
    mkdirSync(join(folder, 'home'), { recursive: true });
    const { COUNTERPART_HOME: home } = process.env;
    process.env.COUNTERPART_HOME = join(folder, 'home');
    makeSmallProject(join(folder, 'small.counterpart'));
    writeFileSync(join(folder, 'a.csv'), 'Id,Name\n001000000000001AAA,Acme\n');
    return {
      async take(input) {
        const args = argumentsIn(input, folder);
        if (args === null || args[0] === 'practice') return 'refused';
        const shown = [console.log, console.error, process.stdout.write, process.stderr.write] as const;
        console.log = () => undefined;
        console.error = () => undefined;
        process.stdout.write = () => true;
        process.stderr.write = () => true;
        try {
          return await verdictOn(args);
        } finally {
          [console.log, console.error, process.stdout.write, process.stderr.write] = shown;
        }
      },
      async close() {
        if (home === undefined) delete process.env.COUNTERPART_HOME;
        else process.env.COUNTERPART_HOME = home;
      },
    };
  },
};

async function verdictOn(args: readonly string[]): Promise<Verdict> {
  let code: number | null = null;
  const program = commandLine((ended) => {
    code = ended;
  }).exitOverride();
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(args, { from: 'user' });
    if (code === null) throw new Finding('it ended without an exit code');
    return code === 0 ? 'taken' : 'refused';
  } catch (error) {
    if (error instanceof CommanderError) return 'refused';
    if (error instanceof Finding) throw error;
    if (error instanceof AppError && error.message.trim() === '')
      throw new Finding('it failed without a word');
    return asRefusal(error);
  }
}

/** Words without a dash are files of the folder. */
function argumentsIn(input: Uint8Array, folder: string): string[] | null {
  try {
    const given: unknown = JSON.parse(Buffer.from(input).toString());
    if (!Array.isArray(given)) return null;
    return given.slice(0, 12).map((one, at) => {
      const text = String(one);
      return at > 0 && /[./\\]/.test(text) && !text.startsWith('-') ? confinedPath(text, folder) : text;
    });
  } catch {
    return null;
  }
}
