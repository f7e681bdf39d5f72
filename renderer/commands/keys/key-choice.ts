import { z } from 'zod';
import type { AppCommand } from '../command.ts';
import { isCharacter, type KeyPress, keyOf } from './key-press.ts';

/** What a person chose of the keys: whether one-character keys act at all, and other ones for some commands, by id. */
export const KeyChoice = z.object({
  letters: z.boolean(),
  changed: z.record(z.string(), z.string()),
});
export type KeyChoice = z.infer<typeof KeyChoice>;

export const usualKeys: KeyChoice = { letters: true, changed: {} };

/** The one-character key of a command that can be changed; undefined where there is none. */
export function changeableKey({ keys = [], fixedKeys }: AppCommand): string | undefined {
  return fixedKeys === true ? undefined : keys.find(isCharacter);
}

/** The keys of a command as they are in force, the one to be shown first. */
export function keysOf(command: AppCommand, { letters, changed }: KeyChoice): readonly string[] {
  const { id, keys = [] } = command;
  const own = changeableKey(command);
  const inForce = keys.map((key) => (key === own ? (changed[id] ?? key) : key));
  return letters ? inForce : inForce.filter((key) => !isCharacter(key.replace(/^Shift\+/, '')));
}

/** Why a key cannot be given to a command: it is no single character, or another command has it. Null when it can. */
export function problemWith(
  key: string,
  command: AppCommand,
  all: readonly AppCommand[],
  choice: KeyChoice,
): string | null {
  if (!isCharacter(key) || key.trim() === '') return 'Type one letter, digit or sign.';
  const kept = { ...choice, letters: true };
  const other = all.find((one) => one.id !== command.id && keysOf(one, kept).includes(key));
  return other === undefined ? null : `${key.toUpperCase()} is already “${other.name}”.`;
}

/** The choice with another key for a command; its usual key counts as not changed. */
export function withKey(choice: KeyChoice, command: AppCommand, key: string): KeyChoice {
  const { [command.id]: _, ...others } = choice.changed;
  const isUsual = key === changeableKey(command);
  return { ...choice, changed: isUsual ? others : { ...others, [command.id]: key } };
}

/** Finds the command that a key press means. */
export type KeyTable = ReadonlyMap<string, AppCommand>;

/** The keys in force, each with its command. */
export function keyTable(all: readonly AppCommand[], choice: KeyChoice): KeyTable {
  return new Map(all.flatMap((command) => keysOf(command, choice).map((key) => [key, command] as const)));
}

/** The command of a key press and the key as the register writes it; null when the key means nothing here. */
export function commandOf(
  press: KeyPress,
  table: KeyTable,
  apple?: boolean,
): { readonly command: AppCommand; readonly key: string } | null {
  const key = keyOf(press, apple);
  const command = key === null ? undefined : table.get(key);
  // A decision key held too long decides one row.
  if (key === null || command === undefined || (press.repeat && command.repeats !== true)) return null;
  return { command, key };
}
