import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { classes } from '../components/classes.ts';
import { Dialog } from '../components/dialog.tsx';
import { Kbd } from '../components/kbd.tsx';
import { useOverview } from '../door/queries.ts';
import { formatCounted } from '../format/numbers.ts';
import type { AppCommand } from './command.ts';
import { useCommands } from './commands-provider.tsx';
import { keysOf } from './key-choice.ts';
import { keyWord } from './key-press.ts';
import styles from './palette.module.css';
import { paletteSearch } from './palette-search.ts';
import { closePane } from './panes.ts';
import { offeredCommands } from './register.ts';
import { useKeys } from './use-keys.ts';

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
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  // What can be done changes while it is open, as when a project that was just opened has been read.
  const overview = useOverview().data;
  const search = useMemo(
    () => paletteSearch(offeredCommands({ ...context(), overview })),
    [context, overview],
  );
  const found = useMemo(() => search(text), [search, text]);
  const active = Math.min(place, found.length - 1);
  const optionId = (index: number) => `${id}-option-${index}`;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const command = found[active];
    if (event.key === 'ArrowDown') setPlace(active === last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setPlace(active <= 0 ? last : active - 1);
    else if (event.key === 'Enter') {
      if (command !== undefined) onChoose(command);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label="Search commands"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="What do you want to do?"
        className={styles.input}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} role="listbox" id={`${id}-list`} aria-label="Commands found" className={styles.list}>
        {found.map((command, index) => (
          <div
            key={command.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className={classes(styles.option, index === active && styles.active)}
            onMouseMove={() => setPlace(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(command)}
            onKeyDown={onKeyDown}
            tabIndex={-1}
          >
            <span className={styles.name}>{command.name}</span>
            <span className={styles.group}>{command.group}</span>
            <span className={styles.keys}>
              {keysOf(command, choice).map((key) => (
                <Kbd key={key}>{keyWord(key)}</Kbd>
              ))}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className={styles.status}>
        {found.length === 0
          ? 'No command found. Try another word.'
          : `${formatCounted(found.length, 'command')}. Enter does the marked one.`}
      </p>
    </>
  );
}
