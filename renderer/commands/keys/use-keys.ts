import { useMemo } from 'react';
import { usePreference } from '../../door/preferences.tsx';
import { commandBy, commandOfKeys, commands } from '../register.ts';
import { KeyChoice, keysOf, keyTable, usualKeys } from './key-choice.ts';
import { keyWord } from './key-press.ts';

/** What the person chose of the keys, and a way to choose; null goes back to the usual. */
export function useKeyChoice() {
  return usePreference('keys', KeyChoice, usualKeys);
}

/** The keys in force: which command a press means, and the word for a command's first key (undefined: it has none). */
export function useKeys() {
  const [choice] = useKeyChoice();
  return useMemo(() => {
    const table = keyTable(commands, choice);
    const shown = (id: string): string | undefined => {
      const command = commandBy(id);
      const key = command === undefined ? undefined : keysOf(commandOfKeys(command), choice)[0];
      return key === undefined ? undefined : keyWord(key);
    };
    return { choice, table, shown };
  }, [choice]);
}
