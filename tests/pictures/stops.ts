import type { Page } from '@playwright/test';

/** Takes a picture of the page as it is. */
export type Take = (name: string) => Promise<void>;

/** A way through the app with a picture at each stop. */
export interface Stops {
  readonly page: Page;
  readonly take: Take;
  readonly button: (name: string | RegExp) => ReturnType<Page['getByRole']>;
  /** The link to a screen of the project. */
  readonly screen: (name: string | RegExp) => ReturnType<Page['getByRole']>;
  /** Gives the page the time to come to rest. */
  readonly settle: () => Promise<void>;
  /** Runs a command by its name, as the palette does. */
  readonly command: (name: string) => Promise<void>;
  /** Takes a picture of what a key or a click opens, and closes it by Escape. */
  readonly glimpse: (name: string, open: () => Promise<void>) => Promise<void>;
}

/** The means to go through a page. */
export function stopsOn(page: Page, take: Take): Stops {
  const settle = () => page.waitForTimeout(400);
  return {
    page,
    take,
    button: (name) => page.getByRole('button', { name }),
    screen: (name) => page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name }),
    settle,
    async command(name) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search commands' }).fill(name);
      await page.keyboard.press('Enter');
    },
    async glimpse(name, open) {
      await open();
      await settle();
      await take(name);
      await page.keyboard.press('Escape');
      await settle();
    },
  };
}
