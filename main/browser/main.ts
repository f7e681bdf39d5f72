import { join } from 'node:path';
import { createEngine } from '#app/engine.ts';
import { homeOf } from '#app/home/index.ts';
import { memorySecrets } from '#app/sign-in/index.ts';
import { author } from '../author.ts';
import { signInPatience } from '../sign-in-patience.ts';
import { version } from '../version.ts';
import { addressOfRunning, announceRunning, withdrawRunning } from './running.ts';
import { openBrowserDoor } from './server.ts';
import { showInBrowser } from './show.ts';

/** How the browser door is opened. */
export interface BrowserStart {
  /** Whether to open the address in the person's browser, or only to print it. */
  readonly show: boolean;
  /** The folder of the built window. */
  readonly pages: string;
  /** The folder of the user guide. */
  readonly guide: string;
}

/** Runs the app for this machine's browser until it is told to stop; a second start opens the first one again. */
export async function runInBrowser({ show, pages, guide }: BrowserStart): Promise<void> {
  const home = homeOf(process.env);
  const note = join(home.state, 'running.json');
  const again = await addressOfRunning(note);
  if (again !== null) {
    console.log('Counterpart is already running. This address opens it again:');
    await tell(again, show);
    return;
  }

  const engine = createEngine({
    version,
    home,
    author: author(),
    environment: process.env,
    preparesAhead: true,
    signIn: { secrets: memorySecrets(), ...signInPatience() },
  });
  const door = await openBrowserDoor({
    engine,
    pages,
    guide,
    worksheets: home.projects,
    uploads: join(home.state, 'uploads'),
  });
  announceRunning(note, door);
  console.log('Counterpart is running. This address opens it, once, on this machine only:');
  await tell(door.newAddress(), show);
  console.log('Press Ctrl+C here to stop it. Everything you decide is saved at once.');

  const stop = async () => {
    withdrawRunning(note);
    await door.close();
    await engine.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function tell(address: string, show: boolean): Promise<void> {
  console.log(`\n  ${address}\n`);
  if (show && !(await showInBrowser(address)))
    console.log('Open it in a browser by hand: none could be started.');
}
