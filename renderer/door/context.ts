import { createContext, useContext } from 'react';
import type { Host } from '#shared/door.ts';
import type { Call } from './client.ts';

/** What every screen needs of the door. `connected` is false while the engine cannot be reached. */
export interface DoorContext {
  readonly call: Call;
  readonly host: Host;
  readonly connected: boolean;
}

const Context = createContext<DoorContext | null>(null);

/** Makes the door known to the components below. */
export const DoorProvider = Context.Provider;

/** The door of this window. Throws outside a {@link DoorProvider}, which is a fault of the program. */
export function useDoor(): DoorContext {
  const door = useContext(Context);
  if (door === null) throw new Error('useDoor is called outside its provider');
  return door;
}
