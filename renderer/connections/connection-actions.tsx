import { useCallback, useState } from 'react';
import type { ConnectionInfo } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import { Button } from '../components/button.tsx';
import { ConfirmDialog } from '../components/dialogs/confirm-dialog.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Note } from '../components/notes/note.tsx';
import { useConnections } from '../door/queries.ts';
import { formatMoment } from '../format/times.ts';
import { sideWords } from '../format/words.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import styles from './connections.module.css';
import { useSignOut } from './use-sign-out.ts';

const untoldWords: Record<Side, string> = {
  salesforce:
    'Signed out here. Salesforce could not be told; end the sign-in there in your personal settings, Connections.',
  quickbooks: 'Signed out here. QuickBooks could not be told; end the connection there under Apps, My apps.',
};

interface ConnectionActionsProps {
  readonly side: Side;
  readonly connection: ConnectionInfo;
  readonly disabled: boolean;
}

/** Connecting one side, and signing out of it. */
export function ConnectionActions({ side, connection, disabled }: ConnectionActionsProps) {
  const settings = useConnections().data;
  const [connecting, setConnecting] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const signOut = useSignOut(side);
  const onOpenChange = useCallback((open: boolean) => setConnecting(open), []);
  if (settings === undefined) return null;
  const { signedIn, attempt } = settings[side];
  const service = sideWords[side];
  const waits = attempt?.kind === 'waiting' || attempt?.kind === 'finishing';
  const isFirst = connection.kind === 'none';
  return (
    <>
      {signedIn?.due && signedIn.reconnectBy !== null ? (
        <Note tone="look">
          This sign-in ends {formatMoment(signedIn.reconnectBy)}. Connect again before then.
        </Note>
      ) : null}
      {signOut.error === null ? null : <ErrorNote error={signOut.error} />}
      {signOut.untold && signedIn === null ? <Note tone="look">{untoldWords[side]}</Note> : null}
      <div className={styles.actions}>
        <Button look={isFirst ? 'primary' : 'normal'} disabled={disabled} onClick={() => setConnecting(true)}>
          {waits ? 'Show the sign-in' : signedIn === null ? 'Connect' : 'Connect again'}
        </Button>
        {signedIn === null ? null : (
          <Button disabled={disabled || signOut.pending} onClick={() => setLeaving(true)}>
            Sign out
          </Button>
        )}
        {waits ? <p role="status">Waiting for your browser</p> : null}
      </div>
      <ConnectDialog side={side} settings={settings} open={connecting} onOpenChange={onOpenChange} />
      <ConfirmDialog
        title={`Sign out of ${service}?`}
        description={`Counterpart forgets the sign-in to ${signedIn?.organisation.organisationName ?? service} and tells ${service} to end it. Other projects with this organisation are signed out too. Your data and decisions stay.`}
        action="Sign out"
        open={leaving}
        onOpenChange={setLeaving}
        onConfirm={signOut.start}
      />
    </>
  );
}
