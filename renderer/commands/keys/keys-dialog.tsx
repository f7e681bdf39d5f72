import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialogs/dialog.tsx';
import { announce } from '../../frame/announcer.tsx';
import type { AppCommand } from '../command.ts';
import { closePane } from '../panes.ts';
import { commands } from '../register.ts';
import { changeableKey, keysOf, problemWith, usualKeys, withKey } from './key-choice.ts';
import styles from './keys-dialog.module.css';
import { useKeyChoice } from './use-keys.ts';

const changeable = commands.filter((command) => changeableKey(command) !== undefined);

/** Switches the one-character keys off, or gives commands other ones. */
export function KeysDialog({ open }: { readonly open: boolean }) {
  return (
    <Dialog
      title="Change keys"
      description="Keys of one character act only while the table has the focus. What you change is kept for all projects."
      open={open}
      onOpenChange={closePane}
    >
      <Choice />
    </Dialog>
  );
}

function Choice() {
  const [choice, setChoice] = useKeyChoice();
  const [problem, setProblem] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const give = (command: AppCommand, key: string) => {
    const text = problemWith(key, command, commands, choice);
    setProblem(text === null ? null : { id: command.id, text });
    if (text !== null) return;
    setChoice(withKey(choice, command, key));
    announce(`${command.name}: ${key.toUpperCase()}`);
  };
  return (
    <>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={choice.letters}
          onChange={(event) => setChoice({ ...choice, letters: event.target.checked })}
        />
        Letter, number and sign keys act in the table
      </label>
      <div className={styles.list}>
        {changeable.map((command) => (
          <KeyField
            key={command.id}
            command={command}
            value={keysOf(command, { ...choice, letters: true }).find((key) => key.length === 1) ?? ''}
            disabled={!choice.letters}
            problem={problem?.id === command.id ? problem.text : null}
            onGive={(key) => give(command, key)}
          />
        ))}
      </div>
      <DialogActions>
        <Button
          disabled={choice === usualKeys}
          onClick={() => {
            setChoice(null);
            setProblem(null);
          }}
        >
          Back to the usual keys
        </Button>
        <Button look="primary" onClick={closePane}>
          Done
        </Button>
      </DialogActions>
    </>
  );
}

interface KeyFieldProps {
  readonly command: AppCommand;
  readonly value: string;
  readonly disabled: boolean;
  readonly problem: string | null;
  readonly onGive: (key: string) => void;
}

function KeyField({ command, value, disabled, problem, onGive }: KeyFieldProps) {
  const id = useId();
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{command.name}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className={styles.field}
        value={value.toUpperCase()}
        disabled={disabled}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          // What was typed last counts, whether it replaced the key or stands beside it.
          const typed = [...event.target.value.toLowerCase()];
          const at = typed.indexOf(value);
          if (typed.length > 1 && at >= 0) typed.splice(at, 1);
          const key = typed.at(-1);
          if (key !== undefined) onGive(key);
        }}
      />
      <p id={`${id}-problem`} role="alert" className={styles.problem}>
        {problem}
      </p>
    </div>
  );
}
