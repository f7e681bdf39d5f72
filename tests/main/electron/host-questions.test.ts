import { describe, expect, test, vi } from 'vitest';
import { memorySecrets } from '#app/sign-in/index.ts';
import { electronStandIn } from './stand-in.ts';

const electron = vi.hoisted(() => ({ current: null as unknown }));
vi.mock('electron', () => {
  const standIn = electronStandIn();
  electron.current = standIn;
  return standIn;
});

const { HostQuestions, hostAnswers } = await import('../../../main/electron/host-questions.ts');
const { openAddress } = await import('../../../main/electron/open-address.ts');
const { shell } = electron.current as ReturnType<typeof electronStandIn>;

/** The engine's side joined to the main process's, as their messages would. */
function joined(secrets = memorySecrets()): InstanceType<typeof HostQuestions> {
  const answer = hostAnswers(secrets, openAddress);
  const host = new HostQuestions((id, question) => {
    void answer(question).then((told) => host.told(id, told));
  });
  return host;
}

describe('what the engine asks the main process', () => {
  test('keeps, gives and forgets secrets', async () => {
    const { secrets } = joined();
    await secrets.set('a', 'one');
    expect([await secrets.get('a'), await secrets.get('b'), await secrets.keeping()]).toEqual([
      'one',
      null,
      'memory',
    ]);
    await secrets.delete('a');
    expect(await secrets.get('a')).toBeNull();
  });

  test('fails without the words of the fault, which might hold a secret', async () => {
    const { secrets } = joined({
      ...memorySecrets(),
      set: async (_name, value) => {
        throw new Error(`cannot keep ${value}`);
      },
    });
    const failure = await secrets.set('a', 'one-secret').catch(String);
    expect(failure).toContain('could not');
    expect(failure).not.toContain('one-secret');
  });

  test.each(['https://login.salesforce.com/x?y=1', 'http://127.0.0.1:4000/x', 'http://localhost:4000/x'])(
    'opens %s',
    async (address) => {
      await joined().openAddress(address);
      expect(shell.openExternal).toHaveBeenLastCalledWith(address);
    },
  );

  test.each(['http://example.com/', 'file:///etc/passwd', 'smb://server/x', 'javascript:alert(1)', 'none'])(
    'does not open %s',
    async (address) => {
      shell.openExternal.mockClear();
      await expect(joined().openAddress(address)).rejects.toThrow();
      expect(shell.openExternal).not.toHaveBeenCalled();
    },
  );
});
