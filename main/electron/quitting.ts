import { app, dialog } from 'electron';

/** What quitting has to do with. */
export interface Quitting {
  /** Whether something is being changed at the services just now. */
  readonly isChanging: () => boolean;
  /** Lets the engine close its project and end. */
  readonly end: () => Promise<void>;
  /** Shows the window again: the app goes on. */
  readonly stay: () => void;
}

const question = {
  type: 'question',
  message: 'Something is being written just now. Quit all the same?',
  detail:
    'The call under way is ended first. What was not sent yet stays planned, and can be finished at the next start. Nothing is lost, and nothing is sent twice.',
  buttons: ['Keep going', 'Quit'],
  defaultId: 0,
  cancelId: 0,
} as const;

/**
 * Quits the app only when the engine has closed its project, and asks first where something is being written. Forced, it is
 * as safe: the journal says what was sent.
 */
export function quitGently({ isChanging, end, stay }: Quitting): void {
  let state: 'open' | 'asking' | 'ending' | 'ended' = 'open';
  app.on('before-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state !== 'open') return;
    void quit();
  });

  async function quit(): Promise<void> {
    if (isChanging()) {
      state = 'asking';
      const { response } = await dialog.showMessageBox({ ...question, buttons: [...question.buttons] });
      if (response === question.cancelId) {
        state = 'open';
        stay();
        return;
      }
    }
    state = 'ending';
    await end();
    state = 'ended';
    app.quit();
  }
}
