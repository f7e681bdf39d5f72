/**
 * What a person does at a practice service's authorize page, by HTTP alone: opens it, presses a button, and gives the
 * address that the service sends them to, without going there.
 */
export async function decideAt(authorizeAddress: string, decision: 'allow' | 'deny'): Promise<string> {
  const page = await fetch(authorizeAddress);
  const html = await page.text();
  if (!page.ok) throw new Error(`The authorize page answered ${page.status}: ${html}`);
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    form.append(name, plain(value));
  }
  form.append('decision', decision);
  const { origin, pathname } = new URL(authorizeAddress);
  const answer = await fetch(origin + pathname, { method: 'POST', body: form, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`Nothing to go to: ${answer.status} ${await answer.text()}`);
  return location;
}

const entities: Readonly<Record<string, string>> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' };

function plain(markup: string): string {
  return markup.replace(/&(quot|#39|lt|gt|amp);/g, (_entity, name: string) => entities[name] ?? '');
}
