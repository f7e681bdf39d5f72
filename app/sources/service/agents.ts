import http from 'node:http';
import https from 'node:https';

/** Whether the address is this computer itself, which is never asked for through a proxy. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

const direct = new http.Agent({ keepAlive: true });
const throughProxy = {
  'http:': new http.Agent({ keepAlive: true, proxyEnv: process.env }),
  'https:': new https.Agent({ keepAlive: true, proxyEnv: process.env }),
};

/**
 * The agent that carries a call: over connections that are kept open, and through the proxy that the environment
 * names (HTTPS_PROXY, NO_PROXY…).
 */
export function keptConnections(url: URL): http.Agent {
  if (url.protocol === 'https:') return throughProxy['https:'];
  return isLoopback(url.hostname) ? direct : throughProxy['http:'];
}

/**
 * An agent for one write. A kept connection may have been closed by the other side a moment ago, and the cut would
 * leave it unknown whether the write arrived; a fresh one spares that doubt.
 */
export function freshConnection(url: URL): http.Agent {
  if (url.protocol === 'https:') return new https.Agent({ proxyEnv: process.env });
  return isLoopback(url.hostname) ? new http.Agent() : new http.Agent({ proxyEnv: process.env });
}
