import Fuse from 'fuse.js';
import type { AppCommand } from '../command.ts';

/** A search over commands by what a person types: names count most, then other words, then their group. */
export function paletteSearch(commands: readonly AppCommand[]): (text: string) => readonly AppCommand[] {
  const fuse = new Fuse(commands, {
    keys: [
      { name: 'name', weight: 3 },
      { name: 'words', weight: 1.5 },
      { name: 'group', weight: 0.5 },
    ],
    threshold: 0.35,
    ignoreLocation: true,
    ignoreDiacritics: true,
  });
  return (text) => {
    const typed = text.trim();
    if (typed === '') return commands;
    const found = fuse.search(typed).map(({ item }) => item);
    // Who types the beginning of a name means that one.
    const begins = ({ name }: AppCommand) => name.toLowerCase().startsWith(typed.toLowerCase());
    return [...found.filter(begins), ...found.filter((command) => !begins(command))];
  };
}
