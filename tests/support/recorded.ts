import { readFileSync } from 'node:fs';
import { type Received, type Reply, scriptedServer } from '../app/sources/service/scripted-server.ts';

/** The path of an answer of tests/fixtures/answers. */
export function answerFile(name: string): string {
  return new URL(`../fixtures/answers/${name}`, import.meta.url).pathname;
}

/** An answer of tests/fixtures/answers, sent as it stands there: status, headers and body. */
export function recorded(name: string): Reply {
  const text = readFileSync(answerFile(`${name}.http`), 'utf8');
  const end = text.indexOf('\n\n');
  const [statusLine = '', ...lines] = text.slice(0, end).split('\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return (response) => {
    response.writeHead(Number(statusLine.split(' ')[1]), Object.fromEntries(headers));
    response.end(text.slice(end + 2).trimEnd());
  };
}

/** A server on loopback that answers each request with the recorded answer that is named for it. */
export function replaying(nameFor: (request: Received) => string) {
  return scriptedServer((request) => recorded(nameFor(request)));
}
