import { useMemo, useRef, useState } from 'react';
import { Dialog } from '../../components/dialogs/dialog.tsx';
import { OptionList } from '../../components/fields/option-list.tsx';
import { Kbd } from '../../components/marks/kbd.tsx';
import { useOverview } from '../../door/queries.ts';
import { formatCounted } from '../../format/numbers.ts';
import type { AppCommand } from '../command.ts';
import { useCommands } from '../commands-provider.tsx';
import { keysOf } from '../keys/key-choice.ts';
import { keyWord } from '../keys/key-press.ts';
import { useKeys } from '../keys/use-keys.ts';
import { closePane } from '../panes.ts';
import { offeredCommands } from '../register.ts';
import styles from './palette.module.css';
import { paletteSearch } from './palette-search.ts';

/** Every command that can be done now, found by typing, run with Enter or a click. */
export function Palette({ open }: { readonly open: boolean }) {
  const { perform } = useCommands();
  const chosen = useRef<AppCommand | null>(null);
  return (
    <Dialog
      title="Commands"
      wide
      open={open}
      onOpenChange={closePane}
      onClosed={() => {
        // Not before the focus is back where it was: the command may put it elsewhere, or open a dialog of its own.
        const command = chosen.current;
        chosen.current = null;
        if (command !== null) perform(command);
      }}
    >
      <Choice
        onChoose={(command) => {
          chosen.current = command;
          closePane();
        }}
      />
    </Dialog>
  );
}

function Choice({ onChoose }: { readonly onChoose: (command: AppCommand) => void }) {
  const { context } = useCommands();
  const { choice } = useKeys();
  const [text, setText] = useState('');
  // What can be done changes while it is open, as when a project that was just opened has been read.
  const overview = useOverview().data;
  const search = useMemo(
    () => paletteSearch(offeredCommands({ ...context(), overview })),
    [context, overview],
  );
  const found = useMemo(() => search(text), [search, text]);
  return (
    <OptionList
      label="Search commands"
      placeholder="What do you want to do?"
      listLabel="Commands found"
      text={text}
      onText={setText}
      options={found}
      keyOf={({ id }) => id}
      onChoose={onChoose}
      optionClass={styles.option}
      show={(command) => (
        <>
          <span className={styles.name}>{command.name}</span>
          <span className={styles.group}>{command.group}</span>
          <span className={styles.keys}>
            {keysOf(command, choice).map((key) => (
              <Kbd key={key}>{keyWord(key)}</Kbd>
            ))}
          </span>
        </>
      )}
      status={
        found.length === 0
          ? 'No command found. Try another word.'
          : `${formatCounted(found.length, 'command')}. Enter does the marked one.`
      }
    />
  );
}
