/**
 * Legal forms of companies, each spelling with the form it stands for. A spelling of several words is joined with a
 * blank. Written down from common use in the countries QuickBooks is sold in and their usual trading partners. The full
 * source is the Entity Legal Forms code list (ISO 20275, published by GLEIF), against which this was not checked.
 */
const spellings: Readonly<Record<string, readonly string[]>> = {
  inc: ['inc', 'incorporated', 'incorporation'],
  corp: ['corp', 'corporation'],
  llc: ['llc', 'l l c', 'limited liability company', 'limited liability co'],
  ltd: ['ltd', 'limited', 'ltda', 'limitada', 'ltee', 'limitee'],
  co: ['co', 'company', 'cie', 'compagnie'],
  'co ltd': ['co ltd', 'company limited', 'co limited'],
  lp: ['lp', 'l p', 'limited partnership'],
  llp: ['llp', 'l l p', 'limited liability partnership'],
  lllp: ['lllp'],
  pc: ['pc', 'p c', 'professional corporation'],
  pllc: ['pllc', 'p l l c'],
  pa: ['p a', 'professional association'],
  plc: ['plc', 'p l c', 'public limited company'],
  'pty ltd': ['pty ltd', 'pty limited', 'proprietary limited', 'pty', 'p l'],
  'pvt ltd': ['pvt ltd', 'private limited', 'pvt limited', 'pvt', 'pte ltd', 'pte'],
  gmbh: ['gmbh', 'g m b h', 'gesellschaft mit beschrankter haftung', 'mbh'],
  'gmbh co kg': ['gmbh co kg', 'gmbh und co kg', 'gmbh and co kg'],
  ag: ['ag', 'aktiengesellschaft'],
  kg: ['kg', 'kommanditgesellschaft'],
  ohg: ['ohg'],
  gbr: ['gbr'],
  ug: ['ug', 'ug haftungsbeschrankt'],
  ev: ['e v'],
  sa: ['sa', 's a', 'societe anonyme', 'sociedad anonima'],
  'sa de cv': ['sa de cv', 's a de c v', 's de rl de cv', 's de r l de c v'],
  sarl: ['sarl', 's a r l'],
  sas: ['sas', 's a s', 'sasu'],
  srl: ['srl', 's r l'],
  spa: ['s p a', 'spa'],
  sl: ['s l', 'slu'],
  bv: ['bv', 'b v'],
  nv: ['nv', 'n v'],
  cv: ['c v'],
  bvba: ['bvba'],
  ab: ['ab', 'aktiebolag'],
  as: ['as', 'a s', 'aksjeselskap', 'aktieselskab'],
  aps: ['aps'],
  oy: ['oy', 'oyj'],
  'sp z o o': ['sp z o o', 'sp zoo', 'spolka z o o'],
  sro: ['s r o', 'sro'],
  doo: ['d o o', 'doo'],
  kft: ['kft'],
  ooo: ['ooo'],
  kk: ['k k', 'kabushiki kaisha', 'kabushiki gaisha'],
  bhd: ['sdn bhd', 'bhd'],
};

/** Forms by their spelling, words joined with a blank. */
export const legalForms: ReadonlyMap<string, string> = new Map(
  Object.entries(spellings).flatMap(([form, all]) => all.map((spelling) => [spelling, form] as const)),
);

/** The most words a spelling has. */
export const longestLegalForm = Math.max(...[...legalForms.keys()].map((form) => form.split(' ').length));

/**
 * Forms that are no part of a name wherever they stand. The rest (co, sa, spa, as…) are ordinary words as well and
 * count only at the end.
 */
export const alwaysLegal: ReadonlySet<string> = new Set([
  'inc',
  'incorporated',
  'llc',
  'ltd',
  'llp',
  'lllp',
  'pllc',
  'plc',
  'gmbh',
  'sarl',
  'srl',
  'bvba',
  'pty',
]);
