import { CommanderError } from 'commander';
import { outliveClosedPipes } from './closed-pipe.ts';
import { type Exit, exit } from './exit.ts';
import { commandLine } from './program.ts';

const howToMap = 'Give --map FILE, which says what each column is: "columns" with the same files tells how.';

/** Runs the command that was typed, and gives the process's exit code. */
export async function run(): Promise<Exit> {
  outliveClosedPipes([process.stdout, process.stderr]);
  let code: Exit = exit.done;
  const program = commandLine((ended) => {
    code = ended;
  });
  program.exitOverride();
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync();
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
    console.error(error instanceof Error ? error.message : String(error));
    const { AppError } = await import('#shared/errors.ts');
    if (error instanceof AppError && error.code === 'file-no-key') console.error(howToMap);
    const isUsage = error instanceof AppError && (error.code === 'usage' || error.code === 'input-invalid');
    return isUsage ? exit.usage : exit.failed;
  }
}
