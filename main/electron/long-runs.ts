import { BrowserWindow, Notification } from 'electron';
import type { AppEvent, OperationKind, Progress } from '#shared/contract.ts';

/** What took less is over before anybody looked elsewhere (milliseconds). */
const worthTelling = 10_000;

const endings: Record<OperationKind, string> = {
  export: 'The export has ended',
  import: 'The files are read',
  match: 'Finding matches has ended',
  write: 'Writing links has ended',
  create: 'Creating records has ended',
  undo: 'Undoing the run has ended',
  worksheet: 'The worksheet is done',
  save: 'The files are saved',
};

/** Operations that change something at the services. */
const changing: ReadonlySet<OperationKind> = new Set(['write', 'create', 'undo']);

/**
 * Shows on the dock or the taskbar how far a long run is, and tells when one ends that nobody watches. How it ended is
 * for the window to say.
 */
export class LongRuns {
  readonly #now: () => number;
  #running: { readonly operation: OperationKind; readonly since: number } | null = null;

  constructor(now: () => number = () => Date.now()) {
    this.#now = now;
  }

  /** Whether something is being changed at the services just now. */
  get isChanging(): boolean {
    return this.#running !== null && changing.has(this.#running.operation);
  }

  /** Takes in an event of the engine. */
  hear(event: AppEvent): void {
    if (event.name === 'progress') this.#went(event.payload);
    if (event.name === 'operation-ended') this.#ended(event.payload.operation);
  }

  /** The engine ended, and what it did with it. */
  forget(): void {
    this.#running = null;
    showProgress(-1);
  }

  #went({ operation, done, total }: Progress): void {
    if (this.#running?.operation !== operation) this.#running = { operation, since: this.#now() };
    // More than 1 shows that something goes on of which nobody knows how long.
    showProgress(total === null || total === 0 ? 2 : Math.min(1, done / total));
  }

  #ended(operation: OperationKind): void {
    const took = this.#running === null ? 0 : this.#now() - this.#running.since;
    this.forget();
    if (took < worthTelling || BrowserWindow.getFocusedWindow() !== null || !Notification.isSupported())
      return;
    const notification = new Notification({ title: 'Counterpart', body: endings[operation] });
    notification.on('click', () => {
      const window = BrowserWindow.getAllWindows()[0];
      if (window?.isMinimized()) window.restore();
      window?.focus();
    });
    notification.show();
  }
}

function showProgress(part: number): void {
  for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(part);
}
