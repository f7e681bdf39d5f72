import type { Stops } from './stops.ts';

/** What helps when something goes wrong: the log, and the menu of the project. */
export async function helping({ page, button, glimpse, command }: Stops): Promise<void> {
  await glimpse('log', async () => {
    await command('What the program did…');
    await page.getByRole('region', { name: /^Log/ }).waitFor();
  });
  await glimpse('project-menu', () => button(/^Project /).click());
}
