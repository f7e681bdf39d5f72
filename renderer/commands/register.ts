import { appCommands, recentProjectCommands } from './app-commands.ts';
import { type AppCommand, type CommandContext, isPossible } from './command.ts';
import { customerCommands } from './customer-commands.ts';
import { reviewCommands } from './review-commands.ts';

/**
 * Every command of the app. The palette, the sheet of keys, the keys themselves, what buttons show of them, and the
 * desktop's menus all come from here: a new command is one entry.
 */
export const commands: readonly AppCommand[] = [...reviewCommands, ...customerCommands, ...appCommands];

const byId = new Map(commands.map((command) => [command.id, command]));

/** The command that has the keys of this one: itself, or the one that it is like in another table. */
export function commandOfKeys(command: AppCommand): AppCommand {
  return (command.like === undefined ? undefined : byId.get(command.like)) ?? command;
}

/** The command of this id; undefined where there is none. */
export function commandBy(id: string): AppCommand | undefined {
  return byId.get(id);
}

/** Commands that come and go with what there is, such as one for each saved thing: a new kind is one entry. */
const commandSources: readonly ((context: CommandContext) => readonly AppCommand[])[] = [
  recentProjectCommands,
];

/** What the palette and the menus offer now. */
export function offeredCommands(context: CommandContext): AppCommand[] {
  const all = [...commands, ...commandSources.flatMap((source) => source(context))];
  return all.filter((command) => command.keyOnly !== true && isPossible(command, context));
}
