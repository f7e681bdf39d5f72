import type { TargetField } from '#shared/creating.ts';
import type { SourceField, TemplateSource } from '#shared/creation-template.ts';
import { AppError } from '#shared/errors.ts';

/** A field of new records and what it is filled from; null: as the package's mapping says. */
export interface Filling {
  readonly field: string;
  readonly source: TemplateSource | null;
}

/**
 * Reads `FIELD=SOURCE` as `--fill` takes it: SOURCE is a field of the other side, `text:…` for the same text (or choice, by its name) in all records,
 * `blank`, or `usual` for what the mapping says. Errors: `usage`.
 */
export function fillings(
  wanted: readonly string[],
  targets: readonly TargetField[],
  sources: readonly SourceField[],
): Filling[] {
  return wanted.map((text) => {
    const at = text.indexOf('=');
    const [field, from] = [text.slice(0, at), text.slice(at + 1)];
    const target = targets.find(({ name }) => name === field);
    if (at < 1 || target === undefined) {
      const known = targets.map(({ name }) => name).join(', ');
      throw new AppError('usage', {
        detail: `--fill takes FIELD=SOURCE with one of these fields: ${known}.`,
      });
    }
    return { field, source: choiceOf(target, sourceOf(from, sources)) };
  });
}

function sourceOf(from: string, sources: readonly SourceField[]): TemplateSource | null {
  if (from === 'usual') return null;
  if (from === 'blank') return { kind: 'blank' };
  if (from.startsWith('text:')) return { kind: 'text', text: from.slice('text:'.length) };
  if (sources.some(({ name }) => name === from)) return { kind: 'field', field: from };
  const known = sources.map(({ name }) => name).join(', ');
  throw new AppError('usage', {
    detail: `--fill takes text:…, blank, usual, or one of these fields as SOURCE: ${known}.`,
  });
}

/** A text for a field with choices may be the name of one; nothing else can be taken. Errors: `usage`. */
function choiceOf({ name, options }: TargetField, source: TemplateSource | null): TemplateSource | null {
  if (options === null || source?.kind !== 'text') return source;
  const { text } = source;
  const chosen = options.find(({ value, label }) => value === text || label === text);
  if (chosen !== undefined) return { kind: 'text', text: chosen.value };
  const known = options.map(({ label }) => label).join(', ');
  throw new AppError('usage', { detail: `${name} takes one of these: ${known}.` });
}
