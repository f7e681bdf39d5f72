import { appCommands, recentProjectCommands } from './app-commands.ts';
import { type AppCommand, type CommandContext, isPossible } from './command.ts';
import { reviewCommands } from './review-commands.ts';

/**
 * Every command of the app. The palette, the sheet of keys, the keys themselves, what buttons show of them, and the
 * desktop's menus all come from here: a new command is one entry.
 */
export const commands: readonly AppCommand[] = [...reviewCommands, ...appCommands];

/** Commands that come and go with what there is, such as one for each saved thing: a new kind is one entry. */
const commandSources: readonly ((context: CommandContext) => readonly AppCommand[])[] = [
  recentProjectCommands,
];

/** What the palette and the menus offer now. */
export function offeredCommands(context: CommandContext): AppCommand[] {
  const all = [...commands, ...commandSources.flatMap((source) => source(context))];
  return all.filter((command) => command.keyOnly !== true && isPossible(command, context));
}
