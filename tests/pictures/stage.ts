import type { Page } from '@playwright/test';
import { buildStale } from '../../main/build.ts';
import { newHome, startApp } from '../e2e/app.ts';
import { launchBrowser } from '../e2e/browser.ts';

/** Starts the app in a home of its own, on the first screen in a browser; ends it all once the work is done. */
export async function onStage(
  viewport: { readonly width: number; readonly height: number },
  work: (page: Page) => Promise<void>,
): Promise<void> {
  await buildStale();
  const browser = await launchBrowser();
  const home = newHome();
  const { program, address } = await startApp(home.path, { COUNTERPART_AUTHOR: 'Robin Ashby' });
  const page = await browser.newPage({ viewport });
  // Long, so that nothing fails because a machine is slow or busy.
  page.setDefaultTimeout(120_000);
  try {
    await page.goto(address);
    await work(page);
  } finally {
    await browser.close();
    await program.stop();
    home.remove();
  }
}
