import { Fragment, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialogs/dialog.tsx';
import { Kbd } from '../../components/marks/kbd.tsx';
import { type AppCommand, commandGroups } from '../command.ts';
import { closePane, openPane } from '../panes.ts';
import { commandOfKeys, commands } from '../register.ts';
import styles from './cheat-sheet.module.css';
import { keysOf } from './key-choice.ts';
import { keyWord } from './key-press.ts';
import { useKeys } from './use-keys.ts';

/** More keys than this are a row of numbers, of which the ends say enough. */
const mostKeys = 3;

/** All commands that have a key, with the keys in force. */
export function CheatSheet({ open }: { readonly open: boolean }) {
  const { choice } = useKeys();
  const goesOn = useRef(false);
  const shownKeys = (command: AppCommand) => keysOf(commandOfKeys(command), choice);
  const keyed = commands.filter((command) => shownKeys(command).length > 0);
  return (
    <Dialog
      title="Keys"
      description={
        choice.letters
          ? 'Keys without Ctrl or ⌘ act while the table has the focus. Each has a button or a command too.'
          : 'Letter keys are off. Everything can be done by buttons and commands.'
      }
      wide
      open={open}
      onOpenChange={closePane}
      onClosed={() => {
        if (goesOn.current) openPane('keys');
        goesOn.current = false;
      }}
    >
      <div className={styles.groups}>
        {commandGroups
          .map((group) => ({ group, members: keyed.filter((command) => command.group === group) }))
          .filter(({ members }) => members.length > 0)
          .map(({ group, members }) => (
            <section key={group}>
              <h3>{group}</h3>
              <dl className={styles.keys}>
                {members.map((command) => (
                  <Line key={command.id} command={command} keys={shownKeys(command)} />
                ))}
              </dl>
            </section>
          ))}
      </div>
      <DialogActions>
        <Button
          onClick={() => {
            goesOn.current = true;
            closePane();
          }}
        >
          Change keys…
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Line({ command, keys }: { readonly command: AppCommand; readonly keys: readonly string[] }) {
  const shown = keys.length > mostKeys ? [keys[0] ?? '', keys.at(-1) ?? ''] : keys;
  return (
    <div className={styles.key}>
      <dt>
        {shown.map((key, place) => (
          <Fragment key={key}>
            {place > 0 && keys.length > mostKeys ? 'to' : null}
            <Kbd>{keyWord(key)}</Kbd>
          </Fragment>
        ))}
      </dt>
      <dd>{command.name}</dd>
    </div>
  );
}
