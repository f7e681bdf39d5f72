import { describe, expect, test } from 'vitest';
import { unreachable } from '../../../../app/sources/service/network.ts';
import type { Service } from '../../../../app/sources/service/service.ts';

const service: Service = { name: 'Salesforce', address: 'https://acme.my.salesforce.com' };

function systemError(code: string, syscall?: string): Error {
  return Object.assign(new Error(`${syscall ?? 'some'} ${code}`), { code, syscall });
}

describe('a connection that failed', () => {
  test.each([
    ['ECONNREFUSED', 'nothing answers there (connection refused)'],
    ['ENOTFOUND', 'no such address is known'],
    ['ENETUNREACH', 'there is no way to it from this network'],
    ['ECONNRESET', 'the connection was cut'],
    ['CERT_HAS_EXPIRED', 'its certificate has expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is not trusted by this computer'],
  ])('says %s in plain words', (code, words) => {
    const error = unreachable(service, systemError(code));
    expect([error.code, error.data.service, error.data.address, error.data.detail]).toEqual([
      'service-unreachable',
      'Salesforce',
      'https://acme.my.salesforce.com',
      words,
    ]);
  });

  test('does not repeat the address of a proxy, which may hold a password', () => {
    const error = Object.assign(new Error('via http://ada:secret@proxy:8080'), { code: 'ERR_PROXY_TUNNEL' });
    expect(unreachable(service, error).message).not.toContain('secret');
  });

  test('keeps the words and the code of what it does not know', () => {
    expect(unreachable(service, systemError('EWHATEVER', 'read')).data.detail).toBe(
      'read EWHATEVER (EWHATEVER)',
    );
    expect(unreachable(service, undefined).data.detail).toBe('the connection failed');
  });

  test('says that nothing was sent when it failed before sending, and only then', () => {
    expect(unreachable(service, systemError('ECONNREFUSED')).data.sent).toBe('no');
    expect(unreachable(service, systemError('ETIMEDOUT', 'connect')).data.sent).toBe('no');
    expect(unreachable(service, systemError('ERR_PROXY_TUNNEL')).data.sent).toBe('no');
    expect(unreachable(service, systemError('ENETUNREACH', 'connect')).data.sent).toBe('no');
    expect(unreachable(service, systemError('ENETUNREACH', 'write')).data.sent).toBeUndefined();
    expect(unreachable(service, systemError('ECONNRESET', 'read')).data.sent).toBeUndefined();
  });

  test('is known where both addresses of a name refused', () => {
    const both = new AggregateError([
      systemError('ECONNREFUSED', 'connect'),
      systemError('ECONNREFUSED', 'connect'),
    ]);
    const error = unreachable(service, Object.assign(both, { code: 'ECONNREFUSED' }));
    expect([error.data.detail, error.data.sent]).toEqual([
      'nothing answers there (connection refused)',
      'no',
    ]);
  });

  test('keeps nothing of the request, which carries the token', () => {
    const config = { headers: { Authorization: 'Bearer token-1' } };
    const error = unreachable(service, Object.assign(systemError('ECONNRESET'), { config }));
    expect(error.cause).toBeUndefined();
    expect(JSON.stringify(error.data)).not.toContain('token-1');
  });
});
