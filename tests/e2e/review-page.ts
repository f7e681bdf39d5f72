import { expect, type Locator, type Page } from '@playwright/test';

/** A pair as the review grid shows it: the account's id, and both names. */
export interface ShownPair {
  readonly accountId: string;
  readonly account: string;
  readonly customer: string;
}

/** What is needed of an element, which is known only in the page. */
interface CellInPage {
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
}

/** The name in a cell, without the place and the traits beside it. Runs in the page. */
const nameIn = (cell: CellInPage): string =>
  [...cell.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : '')).join('');

/** The screens of the app as a person finds them: by role and name. */
export class ReviewPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  screen(name: string | RegExp): Locator {
    return this.page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name });
  }

  /** From the first screen of a home where the practice company is matched to its review. */
  async openReview(): Promise<void> {
    await this.button('Open the practice company').click();
    await this.screen(/^Review/).click();
    await expect(this.activeRow).toBeVisible();
    await expect(this.grid).toBeFocused();
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Review' });
  }

  get activeRow(): Locator {
    return this.grid.locator('[data-active]');
  }

  /** The pair in the row that the next decision is about. */
  async activePair(): Promise<ShownPair> {
    const row = this.activeRow;
    await expect(row).toBeVisible();
    const id = (await row.getAttribute('id')) ?? '';
    const cells = row.getByRole('gridcell');
    return {
      accountId: id.replace(/^row-/, ''),
      account: await cells.nth(0).evaluate(nameIn),
      customer: await cells.nth(1).evaluate(nameIn),
    };
  }

  /** Waits until the cursor has left a row. */
  async movedOn(from: ShownPair): Promise<void> {
    await expect(this.grid.locator(`[id="row-${from.accountId}"][data-active]`)).toHaveCount(0);
  }

  /** The address of a service, as its card on the Sources screen shows it. */
  async addressOf(service: 'Salesforce' | 'QuickBooks'): Promise<string> {
    const card = this.page.getByRole('region', { name: service });
    await expect(card).toContainText('http://127.0.0.1');
    return (await card.innerText()).match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? '';
  }

  /** The address of the practice Salesforce, looked up on Sources and back in the review. */
  async salesforceFromReview(): Promise<string> {
    await this.screen(/^Sources/).click();
    const address = await this.addressOf('Salesforce');
    await this.screen(/^Review/).click();
    await expect(this.grid).toBeFocused();
    return address;
  }

  /** The customer of the first search result that nobody has; and the result itself. */
  async freeResult(): Promise<{ option: Locator; customer: string }> {
    const found = this.page.getByRole('listbox', { name: 'Customers found' });
    await expect(found).toHaveAttribute('aria-busy', 'false');
    const options = found.getByRole('option');
    await expect(options.first()).toBeVisible();
    const option = options.filter({ hasNotText: 'taken by' }).filter({ hasNotText: 'inactive' }).first();
    const name = option.locator('span').first();
    return { option, customer: (await name.innerText()).trim() };
  }
}
