import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Service } from './service.ts';

/** What Node's network codes mean to a person. */
const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there (connection refused)',
  ENOTFOUND: 'no such address is known',
  EAI_AGAIN: 'the address could not be looked up',
  EHOSTUNREACH: 'there is no way to it from this network',
  ENETUNREACH: 'there is no way to it from this network',
  ENETDOWN: 'the network of this computer is down',
  ETIMEDOUT: 'the connection was not answered in time',
  ECONNRESET: 'the connection was cut',
  ECONNABORTED: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection was cut',
  ERR_BAD_RESPONSE: 'the connection was cut',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted by this computer',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted by this computer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted by this computer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted by this computer',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_PROXY_TUNNEL: 'the proxy of this network did not let the connection through',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another address',
};

/** Codes that arise before a byte of the request is on its way. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_PROXY_TUNNEL',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const Fault = z.looseObject({
  code: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
  message: z.string().catch(''),
});

/**
 * The error for a call that got no answer: `service-unreachable`, with `sent: 'no'` where the request surely never
 * left. `error` is what Node's http or axios threw; it is not kept as the cause, for axios puts the request's
 * headers, and so the token, on it.
 */
export function unreachable(service: Service, error: unknown): AppError {
  const { code, syscall, message } = Fault.parse(error instanceof Object ? error : {});
  const detail =
    (code !== undefined && words[code]) || [message, code && `(${code})`].filter(Boolean).join(' ');
  const unsent = (code !== undefined && beforeSending.has(code)) || syscall === 'connect';
  return new AppError('service-unreachable', {
    service: service.name,
    address: service.address,
    detail: detail || 'the connection failed',
    ...(unsent ? { sent: 'no' } : {}),
  });
}
