import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What the button says, and what it says once that is done. */
  readonly label: string;
  readonly done: string;
}

/** Puts a text on the clipboard. */
export function CopyButton({ text, label, done }: CopyButtonProps) {
  const [copied, setCopied] = useState('');
  const isDone = copied === text;
  const Icon = isDone ? Check : Copy;
  return (
    <>
      <Button
        icon={<Icon size={16} aria-hidden="true" />}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
      >
        {isDone ? done : label}
      </Button>
      {/* Beside the button: a live region within it would take its name away. */}
      <span role="status" className="visually-hidden">
        {isDone ? done : ''}
      </span>
    </>
  );
}
