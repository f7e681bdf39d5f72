import { useEffect, useRef, useState } from 'react';

interface Draft {
  /** What stands in the field. */
  readonly text: string;
  readonly write: (text: string) => void;
  /** Saves what was written, if it is another value. */
  readonly save: () => void;
  /** Shows the value again. */
  readonly forget: () => void;
}

/**
 * What is written into a field before it is its value. It is saved also when the field goes with all around it, as a dialog
 * does at Escape: nothing that was written is lost. `onSave` is told what to do once it is kept.
 */
export function useDraft(value: string, onSave: (text: string, onDone: () => void) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const sent = useRef<string | null>(null);
  const forget = () => setDraft(null);
  const save = () => {
    if (draft === null || draft === value) return forget();
    sent.current = draft;
    onSave(draft, forget);
  };
  const atTheEnd = useRef(save);
  useEffect(() => {
    atTheEnd.current = () => {
      if (draft !== null && draft !== sent.current) save();
    };
  });
  useEffect(() => () => atTheEnd.current(), []);
  return { text: draft ?? value, write: setDraft, save, forget };
}
