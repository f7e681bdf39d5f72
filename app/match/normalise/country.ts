import { fold } from './text.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes of Unicode's that stand for no country. */
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** What people write besides ISO codes and English names: the usual short forms, and each country's name for itself. */
const otherNames = `us usa|us u.s.a.|us u.s.|us united states of america|us the united states|us america|us estados unidos
gb uk|gb u.k.|gb england|gb scotland|gb wales|gb northern ireland|gb great britain|gb gbr|gb britain
de deutschland|de deu|de ger|de federal republic of germany|at osterreich|at aut|ch schweiz|ch suisse|ch svizzera|ch che
ca can|au aus|nz nzl|nz aotearoa|mx mex|mx estados unidos mexicanos|nl holland|nl the netherlands|nl nederland|nl nld
fr fra|es espana|es esp|it italia|it ita|be belgie|be belgique|be bel|pt prt|br brasil|br bra|ie irl|ie eire
ie republic of ireland|se sverige|se swe|no norge|no nor|dk danmark|dk dnk|fi suomi|fi fin|pl polska|pl pol
cz czech republic|cz cesko|cz cze|sk slovensko|hu magyarorszag|ro romania|gr hellas|tr turkey|tr turkiye|tr tur
in ind|in bharat|sg sgp|my mys|ph phl|ph pilipinas|za zaf|za rsa|ae uae|ae u.a.e.|ae are|hk hkg|hk hong kong
cn prc|cn chn|cn people's republic of china|jp jpn|jp nippon|kr south korea|kr korea|kr republic of korea|kr kor
tw taiwan|ru russia|ru russian federation|vn viet nam|il isr|pr puerto rico|pr pri|do dominican republic`;

/** English names and codes of the countries that most files name: where they suffice, all the others are not loaded. */
export const usualNames = `us united states|us us|ca canada|ca ca|gb gb|au australia|au au|de germany|de de|fr fr
ie ireland|ie ie|nz new zealand|nz nz|za south africa|za za|mx mexico|mx mx`;

function namesIn(...lists: readonly string[]): Map<string, string> {
  const named = new Map<string, string>();
  for (const list of lists)
    for (const entry of list.split(/[|\n]/)) named.set(entry.slice(3), entry.slice(0, 2).toUpperCase());
  return named;
}

/** The code in use for a country that has gone by another one: GB for UK, DE for DD. */
const codeInUse = (code: string): string => new Intl.Locale('und', { region: code }).region ?? code;

/** Every country by its English name and its code. Loading the names takes longer than reading a thousand records. */
function englishNames(): Map<string, string> {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const named = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = noCountries.has(code) ? undefined : english.of(code);
      if (name === undefined) continue;
      named.set(fold(name), codeInUse(code));
      named.set(code.toLowerCase(), codeInUse(code));
    }
  }
  return named;
}

const writtenOtherwise: ReadonlyMap<string, string> = namesIn(usualNames, otherNames);
let inEnglish: ReadonlyMap<string, string> | null = null;

function codeOf(name: string): string | undefined {
  const code = writtenOtherwise.get(name);
  if (code !== undefined) return code;
  inEnglish ??= englishNames();
  return inEnglish.get(name);
}

/** Few countries are written in few ways; what was once looked up is kept as it was written. */
const known = new Map<string, string>();
const mostKnown = 10_000;

/** The ISO code of a country given by name or code ("USA", "Deutschland", "fr"); `''` when it is not known. */
export function countryCode(written: string): string {
  if (written === '') return '';
  const found = known.get(written);
  if (found !== undefined) return found;
  const text = fold(written).trim();
  const code = codeOf(text) ?? codeOf(text.replace(/\.$/, '')) ?? '';
  if (known.size < mostKnown) known.set(written, code);
  return code;
}
