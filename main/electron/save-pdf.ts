import { writeFile } from 'node:fs/promises';
import type { WebContents } from 'electron';
import { replaceFile } from '#app/worksheet/index.ts';
import type { Paper } from '#shared/door.ts';

/**
 * Saves what a page prints as a PDF, whole or not at all. The page's own style sheet sets the margins.
 * Errors: `file-cannot-write`.
 */
export async function savePdf(page: WebContents, path: string, paper: Paper): Promise<void> {
  const pdf = await page.printToPDF({
    pageSize: paper,
    printBackground: true,
    generateTaggedPDF: true,
  });
  await replaceFile(path, (temporary) => writeFile(temporary, pdf));
}
