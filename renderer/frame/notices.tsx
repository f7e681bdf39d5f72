import type { ReactNode } from 'react';
import { create } from 'zustand';
import type { AppEvent } from '#shared/contract.ts';
import { Button } from '../components/button.tsx';
import { Note } from '../components/notes/note.tsx';
import { sideWords } from '../format/words.ts';
import styles from './frame.module.css';

type Notice = Extract<AppEvent, { name: 'notice' }>['payload'];

const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

/** Shows what the engine wants a person to know, once however often it is said, until it is dismissed. */
export function addNotice(notice: Notice): void {
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter(({ message }) => message !== notice.message), notice],
  }));
}

function dismiss(message: string): void {
  useNotices.setState(({ notices }) => ({
    notices: notices.filter((notice) => notice.message !== message),
  }));
}

/** The engine's notices that have not been dismissed, newest last, below what else there is to tell. */
export function Notices({ children }: { readonly children: ReactNode }) {
  const { notices } = useNotices();
  return (
    <div role="status" className={styles.notices}>
      {children}
      {notices.map(({ side, message }) => (
        <Note key={message} tone="info" actions={<Button onClick={() => dismiss(message)}>Dismiss</Button>}>
          {side === null ? message : `${sideWords[side]}: ${message}`}
        </Note>
      ))}
    </div>
  );
}
