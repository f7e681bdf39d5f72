import type { CreateWarning, PlannedRecord } from '#shared/creating.ts';

const warningWords: Record<Exclude<CreateWarning, 'likely-duplicate'>, string> = {
  'names-not-read': 'the names of vendors or employees could not be read, so one of them may have its name',
  'exempt-without-reason': 'not taxable, and no reason is given',
  'not-matched': 'nothing was matched yet, so an account that is there already would not be seen',
  'inactive-customer': 'the customer is inactive in QuickBooks',
  'sub-customer': 'the customer is a sub-customer or a job of another one',
};

/** What a person should know of a record to be, in sentences. */
export function sentencesOn(record: PlannedRecord): string[] {
  const { clash, missing, duplicateRule, duplicates, warnings, lastTry } = record;
  const sentences: string[] = [];
  if (clash !== null)
    sentences.push(`left out, the name is taken by ${clash.holder}. Free: “${clash.offered}”.`);
  if (missing.length > 0) sentences.push(`left out, Salesforce requires ${missing.join(', ')}.`);
  if (duplicateRule === 'refused') {
    sentences.push('left out, a duplicate rule refused it. --create-anyway overrules the rule.');
  }
  for (const { name, active, score, heldBy } of duplicates) {
    const more = [...(active ? [] : ['inactive']), ...(heldBy === '' ? [] : [`with ${heldBy}`])];
    sentences.push([`${Math.round(score * 100)}% ${name}`, ...more].join(', '));
  }
  for (const warning of warnings) {
    if (warning !== 'likely-duplicate') sentences.push(`${warningWords[warning]}.`);
  }
  if (lastTry !== '') sentences.push(`Last time: ${lastTry}`);
  return sentences;
}
