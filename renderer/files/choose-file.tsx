import { FolderOpen } from 'lucide-react';
import { type ChangeEvent, type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { TextField } from '../components/fields/text-field.tsx';
import { useDoor } from '../door/context.ts';
import styles from './files.module.css';

/** The endings of files that can be read, as a file dialog takes them. */
const endings = '.csv,.xlsx,.xlsm,.tsv,.iif';

interface ChooseFileProps {
  /** What is chosen, for the button's name: "accounts". */
  readonly what: string;
  readonly again: boolean;
  /** On the button, where it is not “Choose a file…”. */
  readonly label?: string;
  readonly disabled: boolean;
  readonly onPath: (path: string) => void;
  readonly onFile: (file: File) => void;
}

/** Asks for a file: in the desktop window by the system's dialog, in a browser by the browser's, or by its path. */
export function ChooseFile({ what, again, label, disabled, onPath, onFile }: ChooseFileProps) {
  const { host } = useDoor();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const choose = async () => {
    if (host.kind === 'browser') return input.current?.click();
    const path = await host.chooseRecords();
    if (path !== null) onPath(path);
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file !== undefined) onFile(file);
    // The same file chosen once more is a change again.
    event.target.value = '';
  };
  return (
    <>
      <Button
        icon={<FolderOpen size={16} aria-hidden="true" />}
        disabled={disabled}
        aria-label={label ?? `${again ? 'Choose another file' : 'Choose a file'} with ${what}`}
        onClick={() => void choose()}
      >
        {label ?? (again ? 'Choose another…' : 'Choose a file…')}
      </Button>
      {host.kind === 'browser' ? (
        <>
          <input
            ref={input}
            id={id}
            type="file"
            hidden
            accept={endings}
            aria-label={`File with ${what}`}
            onChange={chosen}
          />
          {again ? null : <PathForm what={what} onPath={onPath} />}
        </>
      ) : null}
    </>
  );
}

function PathForm({ what, onPath }: Pick<ChooseFileProps, 'what' | 'onPath'>) {
  const [path, setPath] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim() !== '') onPath(path.trim());
  };
  return (
    <Disclosure summary="or give its path">
      <form className={styles.path} onSubmit={submit}>
        <TextField
          label={`Path of the file with ${what}`}
          autoComplete="off"
          spellCheck={false}
          value={path}
          onChange={(event) => setPath(event.target.value)}
        />
        <Button type="submit" disabled={path.trim() === ''}>
          Use this file
        </Button>
      </form>
    </Disclosure>
  );
}
