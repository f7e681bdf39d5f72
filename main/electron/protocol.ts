import { protocol } from 'electron';
import { securityHeaders } from '../content-policy.ts';
import { pageAt } from '../pages.ts';
import { isAppAddress, scheme } from './origin.ts';

/** Announces the app's protocol; must be called before the app is ready. */
export function announceProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built window at the app's own origin. */
export function serveWindow(pages: string): void {
  protocol.handle(scheme, async (request) => {
    const headers = securityHeaders('');
    if (request.method !== 'GET' || !isAppAddress(request.url))
      return new Response('', { status: 403, headers });
    const page = await pageAt(pages, decodeURIComponent(new URL(request.url).pathname));
    if (page === null) return new Response('', { status: 404, headers });
    return new Response(page.body, { headers: { ...headers, 'Content-Type': page.type } });
  });
}
