import { regionCode } from './regions.ts';
import { wordsOf } from './text.ts';

const inCities: ReadonlyMap<string, readonly string[]> = new Map(
  `st saint|ste sainte|ft fort|mt mount|mtn mountain|pt point|n north|s south|e east|w west|hts heights|spgs springs
spg springs|bch beach|vlg village|twp township|hls hills|pk park|jct junction|ctr center|centre center|nyc new york
cty city|hbr harbor|harbour harbor|is island|lk lake|vly valley`
    .split(/[|\n]/)
    .map((entry) => entry.split(' '))
    .map(([short = '', ...long]) => [short, long] as const),
);
const mostCityWords = 6;

/** The words of a folded city, abbreviations written out ("st. louis" is saint, louis). */
export function cityWords(folded: string): string[] {
  if (folded === '') return [];
  const words = wordsOf(folded);
  let from = words.findIndex((word) => word.length <= 6 && inCities.has(word));
  if (from === -1) from = words.length;
  const written = words.slice(0, from);
  for (; from < words.length; from += 1) {
    const word = words[from] ?? '';
    const long = inCities.get(word);
    if (long === undefined) written.push(word);
    else written.push(...long);
  }
  if (written.length > mostCityWords) written.length = mostCityWords;
  return written;
}

/** What stands at the end of a text that holds a whole address. */
export interface FoundPlace {
  /** The text before it. */
  readonly rest: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
}

const country = String.raw`(?:[,\s]+(?:usa|us|united states(?: of america)?|canada|uk|united kingdom|australia|germany|deutschland))?\.?\s*$`;
const american = new RegExp(
  String.raw`(?:^|[,;])\s*([a-z .'-]+?)[,\s]+([a-z]{2})\.?[,\s]+(\d{5})(?:-\d{4})?${country}`,
);
const americanInFull = new RegExp(
  String.raw`(?:^|[,;])\s*([a-z .'-]+?),\s*([a-z]{3,}(?: [a-z]+)?)\.?[,\s]+(\d{5})(?:-\d{4})?${country}`,
);
const canadian = new RegExp(
  String.raw`(?:^|[,;])\s*([a-z .'-]+?)[,\s]+([a-z]{2})\.?[,\s]+([a-z]\d[a-z][ -]?\d[a-z]\d)${country}`,
);
const australian = new RegExp(
  String.raw`(?:^|[,;])\s*([a-z .'-]+?)[,\s]+(nsw|qld|vic|tas|act|sa|wa|nt)[,\s]+(\d{4})${country}`,
);
const british = new RegExp(
  String.raw`(?:^|[,;])\s*([a-z .'-]+?)()[,\s]+([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})${country}`,
);
const continental = new RegExp(String.raw`[,;]\s*(?:[a-z]{1,2}-)?()()(\d{4,5})\s+([a-z .'-]+?)${country}`);

/** Finds city, region and postal code at the end of a folded text, as America, Australia and Europe write them. */
export function placeAtEnd(folded: string): FoundPlace | null {
  if (!/\d/.test(folded)) return null;
  const text = folded.replace(/\s+/g, ' ');
  for (const form of [american, americanInFull, canadian, australian, british, continental]) {
    const match = form.exec(text);
    if (match === null) continue;
    const [, city = '', region = '', postcode = '', after = ''] = match;
    if (form === americanInFull && regionCode(region).length > 2) continue;
    return { rest: text.slice(0, match.index), city: city || after, region, postcode };
  }
  return null;
}
