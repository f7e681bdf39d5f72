import { useEffect, useRef } from 'react';
import type { MenuCommand } from '#shared/menu.ts';
import { useDoor } from '../door/context.ts';
import { useOverview } from '../door/queries.ts';
import { useScreen } from '../frame/screen-address.ts';
import { useCommands } from './commands-provider.tsx';
import { keysOf } from './keys/key-choice.ts';
import { keyWord } from './keys/key-press.ts';
import { useKeys } from './keys/use-keys.ts';
import { offeredCommands } from './register.ts';

/** Keeps the desktop's menus what the palette is, and does what is chosen there. A browser has no menus of ours. */
export function useNativeMenu(): void {
  const { host } = useDoor();
  const { context, perform } = useCommands();
  const { choice } = useKeys();
  // What can be done depends on these.
  useOverview();
  useScreen();
  const shown = useRef('');

  useEffect(() => {
    if (host.kind !== 'electron') return;
    const offered = offeredCommands(context()).map((command): MenuCommand => {
      const [key] = keysOf(command, choice);
      const { id, name, group } = command;
      return { id, name, group, keys: key === undefined ? '' : keyWord(key) };
    });
    const text = JSON.stringify(offered);
    if (text === shown.current) return;
    shown.current = text;
    void host.showCommands(offered);
  });

  useEffect(() => {
    if (host.kind !== 'electron') return;
    return host.onCommand((id) => {
      const command = offeredCommands(context()).find((offered) => offered.id === id);
      if (command !== undefined) perform(command);
    });
  }, [host, context, perform]);
}
