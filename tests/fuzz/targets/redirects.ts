import { connect } from 'node:net';
import fc from 'fast-check';
import { listenForRedirect } from '#app/sign-in/loopback.ts';
import { waitForAnswer } from '#app/sign-in/wait.ts';
import { freePort } from '../../support/free-port.ts';
import { asText } from '../bytes.ts';
import { asRefusal } from '../invariants.ts';
import { Finding, type Target } from '../target.ts';

const state = 'state-1';
const parameter = fc.tuple(
  fc.constantFrom('code', 'state', 'error', 'error_description', 'realmId', 'x'),
  fc.oneof(
    fc.constantFrom(state, '', '%00', '%E0%A4%A', '123', 'access_denied'),
    fc.string({ maxLength: 12 }),
  ),
);
const whole = `http://localhost:8417/callback?code=abc&state=${state}&realmId=123`;
const otherAddress = fc
  .tuple(
    fc.constantFrom(
      'http://localhost:8417/callback',
      'https://example.com/',
      ' localhost/callback',
      'file:///x',
      '',
    ),
    fc.array(parameter, { maxLength: 5 }),
    fc.constantFrom('?', '#', ''),
  )
  .map(
    ([place, parameters, sign]) =>
      place + sign + parameters.map(([name, value]) => `${name}=${value}`).join('&'),
  );
const address = fc.oneof(
  otherAddress,
  fc
    .tuple(fc.constantFrom(whole, `${whole}&error=x`), fc.string({ maxLength: 6 }))
    .map((parts) => parts.join('')),
);

/** The address that a person pastes after signing in. Whatever it is, the wait goes on or ends with an answer. */
export const pastedAddress: Target = {
  name: 'pasted-address',
  form: 'text',
  any: asText(address),
  words: ['?', '&', '#', 'code=', `state=${state}`, 'error=', '%', '://', '[::1]', '@'],
  async open() {
    const controller = new AbortController();
    const port = await freePort();
    const begin = () =>
      waitForAnswer({ service: 'Salesforce', port, state, patience: 3_600_000, signal: controller.signal });
    let waiting = await begin();
    return {
      async take(input) {
        try {
          waiting.paste(Buffer.from(input).toString());
        } catch (error) {
          return asRefusal(error);
        }
        const answer = await waiting.answer;
        if (answer.kind === 'code' && typeof answer.code !== 'string')
          throw new Finding('an answer without a code');
        waiting = await begin();
        return 'taken';
      },
      async close() {
        controller.abort();
        await waiting.answer.catch(() => undefined);
      },
    };
  },
};

const request = fc
  .tuple(
    fc.constantFrom('GET', 'POST', 'HEAD', 'GE T', ''),
    address,
    fc.constantFrom(
      'Host: localhost:PORT',
      'Host: 127.0.0.1:PORT',
      'Host: evil.example',
      '',
      'Host: [::1]:PORT\r\nHost: x',
    ),
  )
  .map(
    ([method, path, host]) =>
      `${method} ${path.replace(/^.*?\/callback/, '/callback')} HTTP/1.1\r\n${host}\r\n\r\n`,
  );

/** What may call at the address where a sign-in waits for its answer, as bytes of its connection. `PORT` stands for the port. */
export const callback: Target = {
  name: 'callback',
  form: 'text',
  any: asText(request),
  words: [
    'GET ',
    ' HTTP/1.1\r\n',
    '\r\n\r\n',
    'Host: localhost:PORT',
    '/callback?',
    'code=1',
    `&state=${state}`,
    'Content-Length: 9',
    'Upgrade: x',
  ],
  async open() {
    const port = await freePort();
    let listener = await listenForRedirect('QuickBooks', port, state);
    let over = false;
    const watch = () => {
      over = false;
      listener.answer.then(
        () => {
          over = true;
        },
        (error: unknown) => {
          over = true;
          asRefusal(error);
        },
      );
    };
    watch();
    return {
      async take(input) {
        await sent(
          port,
          Buffer.from(Buffer.from(input).toString('latin1').replaceAll('PORT', String(port)), 'latin1'),
        );
        await new Promise((resolve) => setImmediate(resolve));
        if (!over) return 'refused';
        listener = await listenForRedirect('QuickBooks', port, state);
        watch();
        return 'taken';
      },
      close: async () => listener.close(),
    };
  },
};

/** Sends bytes over a connection of its own and waits until it is answered or ended. */
export async function sent(port: number, bytes: Uint8Array): Promise<string> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const end = () => {
      socket.destroy();
      resolve(text);
    };
    socket.on('data', (data) => {
      text += data.toString('latin1');
      if (text.includes('\r\n\r\n')) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    // What is no whole request is never answered: nobody waits for more of it than this.
    socket.setTimeout(20, end);
    socket.end(bytes);
  });
}
