import { html } from 'hono/html';

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

/** Asks the person whether the app may in to a company. The buttons send `decision` with the request's own parameters to `action`. */
export async function consentPage(
  service: string,
  company: string,
  action: string,
  parameters: URLSearchParams,
): Promise<Response> {
  const fields = [...parameters].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return await page(
    `Allow access? ${service} of ${company}`,
    html`<p>Counterpart asks for access to <b>${company}</b> at the practice ${service}. Everything in it is made up.</p>
<form method="post" action="${action}">${fields}
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>`,
    200,
  );
}

/** What the service shows when it cannot send the person back. */
export async function refusalPage(title: string, words: string): Promise<Response> {
  return await page(title, html`<p>${words}</p>`, 400);
}

async function page(title: string, content: unknown, status: number): Promise<Response> {
  const text = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { font: 15px/22px system-ui, sans-serif; max-width: 34em; margin: 15vh auto; padding: 0 16px }
h1 { font-size: 20px; line-height: 28px }
button { font: inherit; padding: 6px 16px; margin-right: 8px }
</style>
</head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>`;
  return new Response(String(text), { status, headers: pageHeaders });
}
