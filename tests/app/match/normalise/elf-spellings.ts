import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { fold, wordsOf } from '../../../../app/match/normalise/text.ts';

/**
 * Makes app/match/normalise/elf.json of the Entity Legal Forms code list (ISO 20275) as GLEIF publishes it in CSV:
 * `node tests/app/match/normalise/elf-spellings.ts elf-code-list.csv 2023-09-28`.
 */
const columns = z.object({
  'Entity Legal Form name Local name': z.string(),
  'Language Code (ISO 639-1)': z.string(),
  'Abbreviations Local language': z.string(),
  'Abbreviations transliterated': z.string(),
  'ELF Status ACTV/INAC': z.string(),
});

/**
 * The abbreviations of the list that names of companies end with and no other name does, in countries that QuickBooks is
 * sold in and those of their usual trading partners. The list's English forms are left out: it has several hundred for
 * what is "Inc." to everyone, and the words of many (bank, trust, society) belong to the name.
 */
const wanted = new Set(
  `abp,aeie,aie,aisbl,amba,aps,asa,asbl,bhd,bvba,cvba,doo,eireli,eirl,einzelfirma,gbr,gesbr,ggmbh,gie,geie,gmbh,
  incorporee,ivs,ivzw,jdoo,kft,kgaa,kkt,limitee,ltda,ltee,nyrt,oeg,ohg,oyj,partg,partg mbb,pt pma,pt pmdn,
  s com pa,s de rl,s de rl de cv,s en c,s en c de cv,sa de cv,saa,sab,sab de cv,sac,sagl,sapi,sapi de cv,sapib,
  sapib de cv,sarl,sarl s,sas,sas de cv,sau,sc de rl de cv,sca,scarl,scpa,scrl,scs,sdn bhd,senc,sencrl,sia,sicaf,
  sicav,ska,sll,slne,slu,snc,sp j,sp k,sp p,sp zoo,spa,spr de rl de cv,sprl,srl,srll,srls,tbk,uab,vof,vog,vvag,vzw,
  zrt`.split(/\s*,\s*/),
);

/** A form's spellings as names hold them once folded and cut into words, single letters put together. */
function spelling(text: string): string {
  const folded = fold(text).replace(/\([^)]*\)/g, ' ');
  return wordsOf(folded.replace(/\b([a-z])[. ]+(?=[a-z]\b)/g, '$1')).join(' ');
}

/** The spellings of each wanted form in these rows, by its first abbreviation. */
export function elfSpellings(rows: readonly z.infer<typeof columns>[]): Record<string, string[]> {
  const forms = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row['ELF Status ACTV/INAC'] !== 'ACTV' || row['Language Code (ISO 639-1)'] === 'en') continue;
    const short = `${row['Abbreviations Local language']};${row['Abbreviations transliterated']}`
      .split(/[;,/]/)
      .map(spelling)
      .filter((text) => wanted.has(text));
    const [form] = short;
    if (form === undefined) continue;
    const long = spelling(row['Entity Legal Form name Local name']);
    const size = long.split(' ').length;
    const name = (size > 1 || long.length > 15) && size <= 7 && !long.includes('cooperative') ? [long] : [];
    forms.set(form, new Set([...(forms.get(form) ?? []), ...short, ...name]));
  }
  return Object.fromEntries(
    [...forms]
      .map(([form, all]): [string, string[]] => [form, [...all].sort()])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const [, script, file, date] = process.argv;
if (file !== undefined && script?.endsWith('elf-spellings.ts')) {
  const rows = z.array(columns).parse(parse(readFileSync(file), { columns: true, bom: true }));
  const about = {
    source:
      'Entity Legal Forms code list (ISO 20275), Global Legal Entity Identifier Foundation (GLEIF), gleif.org',
    licence: 'CC0 1.0',
    date,
    madeBy: 'tests/app/match/normalise/elf-spellings.ts',
  };
  const text = JSON.stringify({ about, forms: elfSpellings(rows) }, null, 1);
  writeFileSync('app/match/normalise/elf.json', `${text}\n`);
}
