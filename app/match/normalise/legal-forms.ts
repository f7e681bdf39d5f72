import elf from './elf.json' with { type: 'json' };

/**
 * Legal forms of companies, each with its spellings, words joined with a blank and single letters put together
 * ("L. L. C." is llc). The English ones and what bookkeepers take for equal (inc, incorporated) are written down from
 * common use in the countries QuickBooks is sold in; the long names and further forms are those of elf.json, GLEIF's list
 * of ISO 20275 (CC0). Where both have a spelling, this one counts.
 */
const spellings: Readonly<Record<string, readonly string[]>> = {
  inc: ['inc', 'incorporated', 'incorporation', 'incorporee'],
  corp: ['corp', 'corporation', 'corpn'],
  llc: [
    'llc',
    'limited liability company',
    'limited liability co',
    'ltd liability co',
    'ltd liability company',
    'lc',
  ],
  ltd: ['ltd', 'limited', 'ltda', 'limitada', 'ltee', 'limitee', 'lda'],
  co: ['co', 'company', 'cie', 'compagnie', 'cia', 'compania'],
  'co ltd': ['co ltd', 'company limited', 'co limited', 'company ltd'],
  lp: ['lp', 'limited partnership', 'ltd partnership'],
  llp: ['llp', 'limited liability partnership', 'registered limited liability partnership', 'rllp'],
  lllp: ['lllp', 'limited liability limited partnership'],
  pc: ['pc', 'professional corporation', 'prof corp', 'professional corp'],
  pllc: ['pllc', 'professional limited liability company', 'plc llc'],
  pa: ['pa', 'professional association'],
  psc: ['professional service corporation'],
  pbc: ['pbc', 'public benefit corporation', 'benefit corporation'],
  l3c: ['l3c', 'low profit limited liability company'],
  na: ['na'],
  ulc: ['ulc', 'unlimited liability company', 'unlimited liability corporation', 'unlimited', 'unltd'],
  plc: ['plc', 'public limited company'],
  cic: ['cic', 'community interest company'],
  cio: ['charitable incorporated organisation', 'charitable incorporated organization'],
  dac: ['dac', 'designated activity company'],
  clg: ['clg', 'company limited by guarantee'],
  teo: ['teo', 'teoranta'],
  'pty ltd': ['pty ltd', 'pty limited', 'proprietary limited', 'proprietary ltd', 'pty', 'pl'],
  'pvt ltd': ['pvt ltd', 'private limited', 'pvt limited', 'private ltd', 'pvt', 'p ltd'],
  'pte ltd': ['pte ltd', 'pte limited', 'pte'],
  cc: ['cc', 'close corporation'],
  npc: ['npc'],
  bhd: ['bhd', 'berhad'],
  'sdn bhd': ['sdn bhd', 'sendirian berhad'],
  pt: ['pt', 'pt tbk', 'perseroan terbatas'],
  opc: ['opc'],
  fze: ['fze', 'fz llc', 'fzc', 'fzco', 'dmcc'],
  wll: ['wll'],
  gmbh: ['gmbh', 'mbh', 'ges mbh', 'gesmbh'],
  ggmbh: ['ggmbh'],
  'gmbh co kg': ['gmbh co kg', 'gmbh co', 'ag co kg', 'ug co kg', 'gmbh u co kg'],
  ag: ['ag', 'aktiengesellschaft'],
  kg: ['kg', 'kommanditgesellschaft', 'co kg'],
  ohg: ['ohg', 'og', 'offene gesellschaft'],
  ug: [
    'ug',
    'ug haftungsbeschrankt',
    'unternehmergesellschaft',
    'unternehmergesellschaft haftungsbeschrankt',
  ],
  ek: ['ek', 'eingetragener kaufmann', 'eingetragene kauffrau', 'e kfm', 'e kfr'],
  ev: ['ev', 'eingetragener verein'],
  eg: ['eg', 'eingetragene genossenschaft'],
  sa: ['sa', 'societe anonyme', 'sociedad anonima', 'sociedade anonima', 'societa anonima'],
  'sa de cv': ['sa de cv', 's de rl de cv', 's en c de cv'],
  sarl: ['sarl', 'eurl', 'sarlu'],
  sas: ['sas', 'sasu'],
  srl: ['srl', 's de rl', 'societa responsabilita limitata'],
  spa: ['spa'],
  sl: ['sl', 'slu', 'sociedad limitada'],
  eirl: ['eirl'],
  ca: ['ca', 'compania anonima'],
  bv: ['bv', 'besloten vennootschap'],
  nv: ['nv', 'naamloze vennootschap'],
  cv: ['cv', 'commanditaire vennootschap'],
  ab: ['ab', 'aktiebolag', 'ab publ'],
  hb: ['handelsbolag'],
  kb: ['kommanditbolag'],
  as: ['as', 'aksjeselskap', 'aktieselskab', 'akciova spolecnost', 'anonim sirketi', 'aktsiaselts'],
  is: ['is', 'interessentskab'],
  ks: ['ks', 'kommanditselskab', 'kommandittselskap', 'komanditni spolecnost'],
  aps: ['aps', 'anpartsselskab'],
  oy: ['oy', 'osakeyhtio'],
  oyj: ['oyj'],
  ky: ['kommandiittiyhtio'],
  tmi: ['tmi', 'toiminimi'],
  ou: ['ou', 'osauhing'],
  ehf: ['ehf', 'hf', 'einkahlutafelag'],
  'sp z o o': ['sp zoo', 'sp z oo', 'sp zo o', 'sp z o o', 'spolka zoo', 'spolka z oo', 'sp oo', 'spzoo'],
  sro: ['sro', 'spol sro', 'spolecnost s rucenim omezenym', 'spolocnost s rucenim obmedzenym'],
  kft: ['kft'],
  bt: ['bt', 'beteti tarsasag'],
  ood: ['ood', 'eood'],
  'ltd sti': ['ltd sti', 'limited sirketi'],
  ooo: ['ooo', 'oao', 'zao', 'pao', 'tov', 'too'],
  kk: ['kk', 'kabushiki kaisha', 'kabushiki gaisha', 'kabushikigaisha', 'kabushikikaisha'],
  yk: ['yugen gaisha', 'yugengaisha'],
  gk: ['godo kaisha', 'godogaisha'],
};

/** What one form is written as, and the form. */
export interface Spelling {
  readonly words: readonly string[];
  readonly form: string;
}

function* allSpellings(): Generator<Spelling> {
  const known = new Map<string, string>();
  for (const [form, all] of Object.entries(spellings)) {
    for (const text of all) if (!known.has(text)) known.set(text, form);
  }
  for (const [form, all] of Object.entries(elf.forms)) {
    for (const text of all) if (!known.has(text)) known.set(text, known.get(form) ?? form);
  }
  for (const [text, form] of known) yield { words: text.split(' '), form };
}

/** Spellings by their last word, the longest first. */
export const endings: ReadonlyMap<string, readonly Spelling[]> = Map.groupBy(
  [...allSpellings()].sort((one, other) => other.words.length - one.words.length),
  ({ words }) => words.at(-1) ?? '',
);

/** Short forms that are words or other abbreviations too: they count only with their dots ("S.p.A.", "S. L."). */
export const onlyDotted: ReadonlySet<string> = new Set(
  'spa ev eg ek sl cv pa pl na ca cc is ks ou bt sac saa sab sca scs sau aie asa ska sll hf og opc dac teo'.split(
    ' ',
  ),
);

/**
 * Forms that are no part of a name wherever they stand. The rest (co, sa, as…) are ordinary words as well and count only
 * at the end.
 */
export const alwaysLegal: ReadonlySet<string> = new Set(
  `inc incorporated llc ltd llp lllp pllc plc gmbh ggmbh sarl eurl srl sprl bvba pty uab
  kabushikigaisha yugengaisha godogaisha`.split(/\s+/),
);

/** Forms that some countries put before the name. */
export const leadingForms: ReadonlySet<string> = new Set('ooo oao zao pao tov too sia pt kk'.split(' '));

const ideographicForms: readonly (readonly [RegExp, string])[] = [
  [/株式会社|株式會社|[(（]株[)）]|㈱|주식회사|[(（]주[)）]|㈜/g, ' kabushikigaisha '],
  [/有限会社|[(（]有[)）]|㈲|유한회사|[(（]유[)）]/g, ' yugengaisha '],
  [/合同会社|合資会社/g, ' godogaisha '],
  [/股份有限公司|有限责任公司|有限責任公司|有限公司/g, ' ltd '],
];

/** Sets apart the forms of Chinese, Japanese and Korean names, which stand without a blank. */
export function setFormsApart(written: string): string {
  return ideographicForms.reduce((text, [form, latin]) => text.replace(form, latin), written);
}
