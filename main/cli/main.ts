import { CommanderError } from 'commander';
import { AppError } from '#shared/errors.ts';
import { type Exit, exit } from './context.ts';
import { commandLine } from './program.ts';

/** Runs the command that was typed; its end is the process's exit code. */
async function main(): Promise<Exit> {
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
    if (error instanceof AppError) {
      console.error(error.message);
      return error.code === 'usage' || error.code === 'input-invalid' ? exit.usage : exit.failed;
    }
    console.error(error instanceof Error ? error.message : String(error));
    return exit.failed;
  }
}

process.exitCode = await main();
