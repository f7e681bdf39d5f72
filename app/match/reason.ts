import type { Evidence } from '#shared/pairs.ts';

/** Evidence below so many bits either way is not worth a word. */
const worthSaying = 0.7;

const nouns: Readonly<Record<string, string>> = {
  name: 'name',
  email: 'e-mail',
  phone: 'phone',
  website: 'website',
};

/** Levels of looser agreement, which are said in their own words. */
const loose = new Set([
  'near',
  'similar',
  'contained',
  'acronym',
  'partial',
  'same-mailbox',
  'same-domain',
  'same-label',
  'exchange',
  'number',
  'near-number',
  'street',
]);

function nounOf({ field, level, label }: Evidence): string {
  if (field !== 'address') return nouns[field] ?? field;
  const first = label.split(/[ ,]/)[0]?.toLowerCase();
  if (first === 'city' || level === 'city') return 'city';
  return first === 'postal' ? 'postal code' : level === 'region' ? 'city' : 'street';
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function inFavour(evidence: readonly Evidence[]): string {
  const strongest = evidence.filter(({ bits }) => bits >= worthSaying).sort((a, b) => b.bits - a.bits);
  const firm = strongest.filter(({ level }) => !loose.has(level)).slice(0, 3);
  if (firm.length === 0) return strongest[0]?.label ?? '';
  const agreeing = [...new Set(firm.map(nounOf))];
  const also = strongest.find(({ level }) => loose.has(level));
  const said = capital(`${listed(agreeing)} ${agreeing.length === 1 ? 'agrees' : 'agree'}`);
  return also === undefined || agreeing.length > 1
    ? said
    : `${said}, ${also.label.charAt(0).toLowerCase()}${also.label.slice(1)}`;
}

/**
 * The strongest evidence of a pair as one short phrase: "Phone and e-mail agree", "Name agrees; city and phone do
 * not".
 */
export function reasonFor(evidence: readonly Evidence[]): string {
  const compared = evidence.filter(({ field }) => field !== 'prior' && field !== 'competition');
  const positive = inFavour(compared);
  const against = [
    ...new Set(
      compared
        .filter(({ bits }) => bits <= -worthSaying)
        .sort((a, b) => a.bits - b.bits)
        .slice(0, 2)
        .map(nounOf),
    ),
  ];
  if (against.length === 0) return positive === '' ? 'Little is known of either' : positive;
  if (positive === '') return `${capital(listed(against))} ${against.length === 1 ? 'differs' : 'differ'}`;
  return `${positive}; ${listed(against)} ${against.length === 1 ? 'does' : 'do'} not`;
}
