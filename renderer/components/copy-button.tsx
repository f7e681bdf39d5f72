import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What the button says, and what it says once that is done. */
  readonly label: string;
  readonly done: string;
}

/** Puts a text on the clipboard, and says whether that went well. */
export function CopyButton({ text, label, done }: CopyButtonProps) {
  const [last, setLast] = useState<{ readonly text: string; readonly said: string } | null>(null);
  const said = last?.text === text ? last.said : '';
  const Icon = said === done ? Check : Copy;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setLast({ text, said: done }),
      () => setLast({ text, said: 'The system did not take it' }),
    );
  return (
    <>
      <Button icon={<Icon size={16} aria-hidden="true" />} onClick={() => void copy()}>
        {said || label}
      </Button>
      {/* Beside the button: a live region within it would take its name away. */}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}
