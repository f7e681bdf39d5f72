import { useEffect } from 'react';
import { LogDialog } from '../help/log-dialog.tsx';
import { PastDialog } from '../review/past/past-dialog.tsx';
import { SummaryDialog } from '../summary/summary-dialog.tsx';
import { useCommands } from './commands-provider.tsx';
import { CheatSheet } from './keys/cheat-sheet.tsx';
import { commandOf } from './keys/key-choice.ts';
import { KeysDialog } from './keys/keys-dialog.tsx';
import { useKeys } from './keys/use-keys.ts';
import { Palette } from './palette/palette.tsx';
import { usePane } from './panes.ts';
import { useNativeMenu } from './use-native-menu.ts';

/** Text in a field has undo and keys of its own. */
function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');
}

const openLayer = '[role=dialog], [role=alertdialog], [role=menu]';

/** The keys with Ctrl or ⌘ wherever one is, and what opens over the screens. */
export function CommandLayer() {
  const { perform } = useCommands();
  const { table } = useKeys();
  const { pane } = usePane();
  useNativeMenu();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector(openLayer) !== null) return;
      const pressed = commandOf(event, table);
      if (pressed === null || !pressed.key.startsWith('Mod+')) return;
      if (isEditable(event.target) && pressed.command.where !== 'anywhere') return;
      event.preventDefault();
      perform(pressed.command, pressed.key);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [table, perform]);

  return (
    <>
      <Palette open={pane === 'palette'} />
      <CheatSheet open={pane === 'sheet'} />
      <PastDialog open={pane === 'history'} />
      <SummaryDialog open={pane === 'summary'} />
      <KeysDialog open={pane === 'keys'} />
      <LogDialog open={pane === 'log'} />
    </>
  );
}
