import { z } from 'zod';
import { faultInXml } from './fault-xml.ts';

/** One error that QuickBooks reports. `code` is a number as text ("6240"), '' where there is none. */
export interface FaultError {
  readonly code: string;
  readonly message: string;
  readonly detail: string;
}

const Text = z.union([z.string(), z.number().transform(String)]).catch('');
const Errors = z.array(
  z.record(z.string(), z.unknown()).transform((error): FaultError => {
    const lower = lowerKeys(error);
    return {
      code: Text.parse(lower.code),
      message: Text.parse(lower.message),
      detail: Text.parse(lower.detail),
    };
  }),
);

/**
 * The errors of a body that carries a Fault, whatever its status; null when it carries none. The keys come as
 * `Fault.Error[].Message` or in lower case (a 401, sometimes a 6240), so case does not count; some come as XML.
 * See https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes
 */
export function faultOf(body: unknown): readonly FaultError[] | null {
  if (typeof body === 'string') return faultInXml(body);
  const fault = keysOf(body)?.fault;
  const errors = Errors.safeParse(keysOf(fault)?.error);
  if (errors.success) return errors.data;
  return fault === undefined ? null : [];
}

function keysOf(value: unknown): Readonly<Record<string, unknown>> | null {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  return parsed.success ? lowerKeys(parsed.data) : null;
}

function lowerKeys(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner]));
}
