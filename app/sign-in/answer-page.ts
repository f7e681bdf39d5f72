/** What the person sees in the browser once the service has sent them back. */
export type AnswerPage = 'accepted' | 'refused' | 'foreign';

const words: Readonly<Record<AnswerPage, readonly [string, string]>> = {
  accepted: [
    'Back to Counterpart',
    'The answer has arrived. You can close this page and return to Counterpart.',
  ],
  refused: [
    'Not connected',
    'Access was not given. You can close this page; Counterpart says what can be done.',
  ],
  foreign: [
    'Not used',
    'This answer does not belong to the sign-in that Counterpart waits for, so it was not used. You can close this page.',
  ],
};

/** The headers under which the page is sent: nothing runs, nothing is kept, the code in the address goes nowhere. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  Connection: 'close',
};

/** A small plain page, the same for both services. */
export function answerPage(kind: AnswerPage): string {
  const [title, text] = words[kind];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>body { font: 15px/22px system-ui, sans-serif; max-width: 32em; margin: 15vh auto; padding: 0 16px }</style>
<h1 style="font-size: 20px">${title}</h1>
<p>${text}</p>
</html>
`;
}
