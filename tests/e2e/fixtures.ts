import { test as base } from '@playwright/test';
import { type Home, newHome, type Program, startApp } from './app.ts';
import { matchedHome } from './matched-home.ts';
import { commands, startPracticeProgram } from './practice.ts';
import { ReviewPage } from './review-page.ts';

export { expect } from '@playwright/test';

/** The app of one test, which may be started and ended as often as the test wants. */
export interface AppUnderTest {
  /** The program as it was started last. Throws where it never was. */
  readonly program: Program;
  /** Starts the program; gives the address that opens its window. */
  start(env?: Record<string, string>): Promise<string>;
}

interface Given {
  /** What a person finds at the first start: nothing, or a practice company that is exported and matched. */
  readonly begin: 'new' | 'matched';
}

interface Fixtures {
  /** A home of the test's own, gone when the test ends. */
  readonly home: Home;
  /** The app in that home, not started yet; ended with the test. */
  readonly app: AppUnderTest;
  /** The page, with the started app's first screen on it. */
  readonly screens: ReviewPage;
  /** The settings that lead to a practice company in a process of its own. */
  readonly practice: Record<string, string>;
  /** Runs a command of the command line in that home, against that practice company. */
  readonly run: ReturnType<typeof commands>;
}

/** Playwright's test, with the app in a browser. */
export const test = base.extend<Given & Fixtures>({
  begin: ['new', { option: true }],
  home: async ({ begin }, use) => {
    const home = begin === 'matched' ? await matchedHome() : newHome();
    await use(home);
    home.remove();
  },
  app: async ({ home }, use) => {
    const started: Program[] = [];
    await use({
      get program() {
        const last = started.at(-1);
        if (last === undefined) throw new Error('the app was not started');
        return last;
      },
      async start(env) {
        const { program, address } = await startApp(home.path, env);
        started.push(program);
        return address;
      },
    });
    for (const program of started) await program.stop();
  },
  screens: async ({ page, app }, use) => {
    await page.goto(await app.start());
    await use(new ReviewPage(page));
  },
  practice: async ({ home: _ }, use) => {
    const { program, settings } = await startPracticeProgram();
    await use(settings);
    await program.stop();
  },
  run: async ({ home, practice }, use) => use(commands(practice, home.path)),
});
