import { Download, FolderOpen } from 'lucide-react';
import { useDoor } from '../door/context.ts';
import { Button, ButtonLink } from './button.tsx';

interface SavedFileProps {
  readonly path: string;
  /** What the file is: "worksheet". */
  readonly what: string;
  /** Where there is more than one file: "Show the accounts". */
  readonly show?: string;
}

/** The way to a file that was saved: a download in a browser, else the system's file manager. */
export function SavedFile({ path, what, show = 'Show the file' }: SavedFileProps) {
  const { host } = useDoor();
  if (host.kind === 'browser') {
    return (
      <ButtonLink icon={<Download size={16} aria-hidden="true" />} href={host.downloadAddress(path)} download>
        Download {what}
      </ButtonLink>
    );
  }
  return (
    <Button icon={<FolderOpen size={16} aria-hidden="true" />} onClick={() => void host.showFile(path)}>
      {show}
    </Button>
  );
}
