import { useEffect, useRef } from 'react';
import type { ConnectionSettings } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import { Dialog } from '../components/dialogs/dialog.tsx';
import { sideWords } from '../format/words.ts';
import { announce } from '../frame/announcer.tsx';
import { QuickBooksForm } from './quickbooks-form.tsx';
import { SalesforceForm } from './salesforce-form.tsx';
import { Waiting } from './waiting.tsx';

interface ConnectDialogProps {
  readonly side: Side;
  readonly settings: ConnectionSettings;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

function Content({ side, settings, onOpenChange }: Omit<ConnectDialogProps, 'open'>) {
  const { attempt } = settings[side];
  const { keeping } = settings;
  const onClose = () => onOpenChange(false);
  if (attempt?.kind === 'waiting') return <Waiting side={side} attempt={attempt} />;
  if (attempt?.kind === 'finishing') {
    return (
      <p role="status">
        The answer has arrived. Counterpart asks {sideWords[side]} which organisation it is.
      </p>
    );
  }
  return side === 'salesforce' ? (
    <SalesforceForm connection={settings.salesforce} keeping={keeping} onClose={onClose} />
  ) : (
    <QuickBooksForm connection={settings.quickbooks} keeping={keeping} onClose={onClose} />
  );
}

/** Signing in to one service: what is needed, the wait for the browser, and what went wrong. Closes once signed in. */
export function ConnectDialog({ side, settings, open, onOpenChange }: ConnectDialogProps) {
  const { signedIn } = settings[side];
  const before = useRef(signedIn?.since);
  useEffect(() => {
    if (before.current === signedIn?.since) return;
    before.current = signedIn?.since;
    if (signedIn === null) return;
    announce(`Connected to ${signedIn.organisation.organisationName}`);
    onOpenChange(false);
  }, [signedIn, onOpenChange]);
  return (
    <Dialog wide title={`Connect to ${sideWords[side]}`} open={open} onOpenChange={onOpenChange}>
      <Content side={side} settings={settings} onOpenChange={onOpenChange} />
    </Dialog>
  );
}
