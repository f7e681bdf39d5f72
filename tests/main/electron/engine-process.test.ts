import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { practiceOrganisationId } from '#app/practice/index.ts';
import { type MethodInput, type MethodName, type MethodOutput, methods } from '#shared/contract.ts';
import type { FromEngine, ToEngine } from '../../../main/electron/engine-messages.ts';
import { hostAnswers } from '../../../main/electron/host-questions.ts';
import { decideAt } from '../../support/consent.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { freePort } from '../../support/free-port.ts';
import { openSecrets } from '../../support/signing-in.ts';

/** The engine's process as Electron would fork it, with its message port joined to a main process of the test's own. */
async function engineProcess(answer: ReturnType<typeof hostAnswers>) {
  const port = new EventEmitter();
  const open = new Map<number, (message: Extract<FromEngine, { kind: 'answer' }>) => void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const send = (data: ToEngine) => port.emit('message', { data });
  const postMessage = (message: FromEngine) => {
    if (message.kind === 'question') {
      void answer(message.question).then((told) => send({ kind: 'told', id: message.id, told }));
    } else if (message.kind === 'answer') open.get(message.id)?.(message);
    else if (message.kind === 'ended') end();
  };
  vi.stubGlobal('process', Object.assign(process, { parentPort: Object.assign(port, { postMessage }) }));
  await import('../../../main/electron/engine-process.ts');
  const folder = temporaryFolder();
  send({ kind: 'start', projects: join(folder, 'p'), state: join(folder, 's'), author: 'me', version: '1' });
  onTestFinished(async () => {
    send({ kind: 'end' });
    await ended;
  });
  let id = 0;
  return async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    id += 1;
    const answered = new Promise<Extract<FromEngine, { kind: 'answer' }>>((resolve) => open.set(id, resolve));
    send({ kind: 'call', id, method, input });
    const { result } = await answered;
    if (!result.ok) throw new Error(result.error.message);
    return methods[method].output.parse(result.value) as MethodOutput<M>;
  };
}

test('signs in with the browser and the secrets of the main process', async () => {
  const secrets = openSecrets();
  const openAddress = vi.fn(async (_address: string) => undefined);
  const call = await engineProcess(hostAnswers({ ...secrets, keeping: async () => 'system' }, openAddress));
  await call('practice.open', {});
  const { salesforce, keeping } = await call('connections.settings', {});
  expect(keeping).toBe('system');
  const app = { ...salesforce.app, port: await freePort() };
  await call('connections.signIn', { side: 'salesforce', app });
  const address = openAddress.mock.calls[0]?.[0] ?? '';
  await fetch(await decideAt(address, 'allow'));
  await expect
    .poll(
      async () => (await call('connections.settings', {})).salesforce.signedIn?.organisation.organisationId,
    )
    .toBe(practiceOrganisationId);
  expect([...secrets.kept.keys()]).toEqual([`salesforce/${practiceOrganisationId}`]);
});
