import { fold } from './text.ts';

const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
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

function namedCountries(): Map<string, string> {
  const named = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = noCountries.has(code) ? undefined : english.of(code);
      if (name === undefined) continue;
      named.set(fold(name), code);
      named.set(code.toLowerCase(), code);
    }
  }
  for (const entry of otherNames.split(/[|\n]/)) named.set(entry.slice(3), entry.slice(0, 2).toUpperCase());
  return named;
}

let countryByName: ReadonlyMap<string, string> | null = null;

/** Few countries are written in few ways; what was once looked up is kept as it was written. */
const known = new Map<string, string>();
const mostKnown = 10_000;

/** The ISO code of a country given by name or code ("USA", "Deutschland", "fr"); `''` when it is not known. */
export function countryCode(written: string): string {
  if (written === '') return '';
  const found = known.get(written);
  if (found !== undefined) return found;
  const text = fold(written).trim();
  countryByName ??= namedCountries();
  const code = countryByName.get(text) ?? countryByName.get(text.replace(/\.$/, '')) ?? '';
  if (known.size < mostKnown) known.set(written, code);
  return code;
}
