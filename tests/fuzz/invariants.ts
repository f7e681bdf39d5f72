import { isDeepStrictEqual } from 'node:util';
import { AppError, type ErrorReport, errorSentences } from '#shared/errors.ts';
import { Finding, type Verdict } from './target.ts';

/** Takes what was thrown for a refusal. Throws a finding where it is a fault of the program. */
export function asRefusal(thrown: unknown): Verdict {
  if (!(thrown instanceof AppError)) {
    throw new Finding(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown), thrown);
  }
  requireSentence(thrown, thrown);
  return 'refused';
}

/** An error has a code of ours, and each place of its sentence is filled. Throws a finding otherwise. */
export function requireSentence(
  { code, message, data }: Pick<ErrorReport, 'code' | 'message' | 'data'>,
  cause?: unknown,
): void {
  if (!Object.hasOwn(errorSentences, code)) throw new Finding(`an error without a code: ${code}`, cause);
  if (code === 'internal') throw new Finding(message, cause);
  const empty = [...errorSentences[code].matchAll(/\{(\w+)\}/g)].filter(
    ([, name]) => !Object.hasOwn(data, name ?? ''),
  );
  if (empty.length > 0) throw new Finding(`${code} without its ${empty.map(([place]) => place)}`, cause);
}

/** What was written and read again is the same. Throws a finding otherwise. */
export function requireSame(again: unknown, first: unknown, what: string): void {
  if (!isDeepStrictEqual(again, first)) {
    throw new Finding(`${what} reads otherwise: ${shown(again)} in place of ${shown(first)}`);
  }
}

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const ownAtFirst = prototypes.map((one) => Reflect.ownKeys(one).length);

/** No input leaves anything on what all objects share. Throws a finding otherwise. */
export function requireUnpolluted(): void {
  for (const [at, one] of prototypes.entries()) {
    if (Reflect.ownKeys(one).length !== ownAtFirst[at]) throw new Finding('a prototype was changed');
  }
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 300);
}
