import { z } from 'zod';
import type { AppEvent, MethodName } from './contract.ts';
import type { MenuCommand } from './menu.ts';
import type { Result } from './result.ts';

/** What the window sends through a door that carries text (WebSocket). `id` pairs the answer with the call. */
export interface CallMessage {
  readonly id: number;
  readonly method: MethodName;
  readonly input: unknown;
}

/** What comes back through such a door: an answer to a call, or an event. */
export type DoorMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly event: AppEvent };

/** A file that a person dropped on the window or chose in it; what it is besides depends on the door. */
export interface GivenFile {
  readonly name: string;
}

/** The paper that something is printed on. */
export const Paper = z.enum(['A4', 'Letter']);
export type Paper = z.infer<typeof Paper>;

/** What the surroundings of the window can do besides the contract. A browser has no native dialogs. */
export type Host =
  | {
      readonly kind: 'electron';
      /** Asks for a project file; null when the person cancels. */
      chooseProject(): Promise<string | null>;
      /** Asks for a file of records (CSV, Excel, IIF); null when the person cancels. */
      chooseRecords(): Promise<string | null>;
      /** Where a file is that was dropped on the window. */
      pathOf(file: GivenFile): Promise<string>;
      /** Asks where to save; null when the person cancels. */
      chooseSavePath(suggestedName: string): Promise<string | null>;
      /** Asks where to save, and saves what the window would print as a PDF there; null when the person cancels. */
      savePdf(suggestedName: string, paper: Paper): Promise<Result<string | null>>;
      /** Shows the user guide, which lies on this computer. */
      showGuide(): Promise<void>;
      /** Shows a file in the system's file manager. */
      showFile(path: string): Promise<void>;
      /** Shows these commands in the menus, in place of those before. */
      showCommands(commands: readonly MenuCommand[]): Promise<void>;
      /** Calls back with the id of each command that is chosen in a menu, until the returned function is called. */
      onCommand(listener: (id: string) => void): () => void;
    }
  | {
      readonly kind: 'browser';
      /** Copies a file to where the engine can read it and gives its path. Errors: `upload-failed`. */
      pathOf(file: GivenFile): Promise<string>;
      /** Shows the user guide, which lies on this computer. */
      showGuide(): Promise<void>;
      /** Address from which a file that the engine has just saved can be downloaded. */
      downloadAddress(path: string): string;
    };

/** The window's way to the engine, whatever carries it. */
export interface Door {
  readonly host: Host;
  call(method: MethodName, input: unknown): Promise<Result<unknown>>;
  /** Calls back for each event until the returned function is called. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Tells whether the engine can be reached, now and at each change. */
  onConnection(listener: (connected: boolean) => void): () => void;
}
