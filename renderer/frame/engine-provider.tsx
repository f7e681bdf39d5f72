import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Door } from '#shared/door.ts';
import { callerOf } from '../door/client.ts';
import { DoorProvider } from '../door/context.ts';
import { followEvent } from '../door/follow-events.ts';
import { createReviewSession } from '../review/session/session.ts';
import { ReviewSessionProvider } from '../review/session/session-context.ts';
import { announce } from './announcer.tsx';
import { addNotice } from './notices.tsx';

/** Joins the window to the engine: calls go through the door, and its events keep what is shown up to date. */
export function EngineProvider({ door, children }: { readonly door: Door; readonly children: ReactNode }) {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  const call = useMemo(() => callerOf(door), [door]);
  const session = useMemo(() => createReviewSession(call, client, announce), [call, client]);

  useEffect(() => {
    let lost = false;
    const stopWatching = door.onConnection((now) => {
      setConnected(now);
      // What the engine told meanwhile was missed, and it may be another run of the program.
      if (now && lost) void client.invalidateQueries();
      lost = !now;
    });
    const stopListening = door.onEvent((event) => {
      followEvent(client, event);
      if (event.name === 'changed' && event.payload.what === 'decisions') session.follow();
      if (event.name === 'notice') addNotice(event.payload);
    });
    return () => {
      stopWatching();
      stopListening();
    };
  }, [door, client, session]);

  const context = useMemo(() => ({ call, host: door.host, connected }), [call, door, connected]);
  return (
    <DoorProvider value={context}>
      <ReviewSessionProvider value={session}>{children}</ReviewSessionProvider>
    </DoorProvider>
  );
}
