import { type MethodName, methods } from '#shared/contract.ts';
import { ErrorReport } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { requireSentence } from './invariants.ts';
import { Finding } from './target.ts';

/** A call as a door carries it: nothing is known of its name and of what is given with it. */
export type Call = readonly [name: unknown, given: unknown];

/** The first eight calls in a list, as JSON; none where it is no list. */
export function callsIn(input: Uint8Array): Call[] {
  return listIn(input).map(callOf);
}

/** Like {@link callsIn}, but a list of lists in it is calls that are made at once. */
export function stepsIn(input: Uint8Array): Call[][] {
  return listIn(input).map((one) =>
    Array.isArray(one) && Array.isArray(one[0]) ? one.slice(0, 4).map(callOf) : [callOf(one)],
  );
}

function listIn(input: Uint8Array): unknown[] {
  try {
    const given: unknown = JSON.parse(Buffer.from(input).toString());
    return Array.isArray(given) ? given.slice(0, 8) : [];
  } catch {
    return [];
  }
}

function callOf(one: unknown): Call {
  return Array.isArray(one) ? [one[0], one[1]] : [one, null];
}

/** An answer is what the contract says of it, or an error of ours. Throws a finding otherwise. */
export function requireAnswer(name: unknown, result: Result<unknown>): void {
  if (result.ok) {
    const checked = methods[name as MethodName].output.safeParse(result.value);
    if (checked.success) return;
    throw new Finding(`the answer of ${name} is not as the contract says: ${checked.error.message}`);
  }
  const report = ErrorReport.safeParse(result.error);
  if (!report.success) throw new Finding(`the error of ${name} is none`);
  try {
    requireSentence(report.data);
  } catch (error) {
    throw new Finding(`${name}: ${error instanceof Error ? error.message : error}`, error);
  }
}
