/** One kind of disorder: how often it strikes, and what. */
interface Disorder {
  readonly light: number;
  readonly moderate: number;
  readonly heavy: number;
  readonly what: string;
}

const disorder = (light: number, moderate: number, heavy: number, what: string): Disorder => ({
  light,
  moderate,
  heavy,
  what,
});

/** Every error that the made-up exports hold, with its rate in each preset. */
export const disorders = {
  unmatched: disorder(1 / 3, 1 / 3, 1 / 3, 'of each side has no match'),
  nearMiss: disorder(0.25, 0.4, 0.5, 'of those without a match are a near miss of a true pair'),
  job: disorder(0.08, 0.15, 0.2, 'of customers without a match are a "Parent:Job" of one that has'),
  duplicate: disorder(0.005, 0.012, 0.03, 'of each side are a second copy of one of its records'),
  branch: disorder(0.03, 0.06, 0.1, 'of businesses are branches of a brand (about five a brand)'),
  sister: disorder(0.01, 0.025, 0.04, 'of businesses share name stem and domain with a sister company'),
  namesake: disorder(0.02, 0.04, 0.06, 'of businesses have the surname and trade of another'),
  person: disorder(0.1, 0.12, 0.15, 'of businesses are private persons'),
  freeMail: disorder(0.25, 0.35, 0.45, 'of companies have no domain of their own'),
  formDiffers: disorder(0.3, 0.5, 0.6, 'of legal forms are left out or spelled otherwise, on each side'),
  ampersand: disorder(0.3, 0.5, 0.5, 'of names with & or "and" take the other, on each side'),
  abbreviation: disorder(0.15, 0.3, 0.45, 'of words with a usual abbreviation take it, on each side'),
  capitals: disorder(0.05, 0.1, 0.2, 'of customer names are ALL CAPS (accounts: a third of it)'),
  accentLost: disorder(0.5, 0.7, 0.9, 'of customer names with accents lose them (accounts: a third of it)'),
  nameTypo: disorder(0.02, 0.06, 0.12, 'of customer names hold a typing error (accounts: a third of it)'),
  wordDropped: disorder(0.02, 0.06, 0.1, 'of customer names lack a word or have one more'),
  lastFirst: disorder(0.2, 0.35, 0.4, 'of persons are written "Last, First" in the books'),
  nickname: disorder(0.08, 0.15, 0.25, 'of persons go by a nickname or an initial in the books'),
  contactAsName: disorder(0.02, 0.05, 0.08, 'of companies bear their contact as DisplayName'),
  companyName: disorder(0.6, 0.5, 0.4, 'of customers have CompanyName filled'),
  note: disorder(0.03, 0.07, 0.12, 'of customer names hold a note ("- Net 30", "dba …")'),
  cut: disorder(0.1, 0.15, 0.3, 'of customers came by the desktop edition: names cut at 41'),
  acronym: disorder(0.005, 0.012, 0.02, 'of customers of three words or more are an acronym'),
  tradeName: disorder(0.015, 0.03, 0.05, 'of customers trade under quite another name'),
  markLost: disorder(0.1, 0.25, 0.4, 'of branches are named without their place, on each side'),
  noPhone: disorder(0.12, 0.22, 0.35, 'of records have no phone, on each side'),
  otherPhone: disorder(
    0.06,
    0.13,
    0.2,
    'of customers have a mobile or a new number instead of the main line',
  ),
  severalPhones: disorder(0.02, 0.05, 0.08, 'of phone fields hold two numbers'),
  extension: disorder(0.03, 0.07, 0.1, 'of phone fields hold an extension'),
  digitWrong: disorder(0.004, 0.01, 0.025, 'of customer phones have a wrong digit'),
  switchboard: disorder(0.01, 0.025, 0.05, 'of businesses share a switchboard number with some thirty'),
  noEmail: disorder(0.25, 0.38, 0.5, 'of records have no e-mail, on each side'),
  otherMailbox: disorder(0.25, 0.4, 0.5, 'of customer e-mails are another mailbox of the domain'),
  otherEmail: disorder(0.03, 0.07, 0.12, 'of customer e-mails are unrelated to those of the account'),
  severalEmails: disorder(0.03, 0.06, 0.1, 'of e-mail fields hold two addresses'),
  bookkeeper: disorder(0.01, 0.025, 0.05, 'of customers have the e-mail of a bookkeeper of some thirty'),
  noSite: disorder(0.4, 0.5, 0.6, 'of accounts with a domain have no website (customers: 80 %)'),
  noAddress: disorder(0.08, 0.17, 0.3, 'of customers have no address (accounts: half of it)'),
  noStreet: disorder(0.04, 0.08, 0.12, 'of addresses have no street'),
  postBox: disorder(0.04, 0.08, 0.12, 'of customers have a post-office box for the street'),
  moved: disorder(0.03, 0.07, 0.12, 'of customers have another address'),
  streetTypo: disorder(0.01, 0.04, 0.08, 'of customer streets hold a typing error'),
  streetForm: disorder(0.4, 0.6, 0.7, 'of street words are written in another of their forms'),
  unitLost: disorder(0.3, 0.5, 0.6, 'of suites are left out, on each side'),
  zipPlus4: disorder(0.08, 0.12, 0.15, 'of ZIP codes are ZIP+4'),
  contactSpared: disorder(
    0.75,
    0.75,
    0.75,
    'of these losses of contact data are spared where the name does not tell',
  ),
  accountMailbox: disorder(0.15, 0.15, 0.15, 'of account e-mails are not the usual mailbox'),
  emailCapitals: disorder(0.06, 0.06, 0.06, 'of e-mails are ALL CAPS'),
  mobileToo: disorder(0.15, 0.15, 0.15, 'of customers have a mobile number of their own'),
  saint: disorder(0.5, 0.5, 0.5, 'of towns in St., Ft. or Mt. are written in any form, on each side'),
  stateInFull: disorder(0.12, 0.12, 0.12, 'of states are written in full'),
  copyNumbered: disorder(0.5, 0.5, 0.5, 'of second copies of a customer end in "(2)", the others are exact'),
  inactive: disorder(0.03, 0.06, 0.1, 'of customers are inactive'),
} satisfies Readonly<Record<string, Disorder>>;

export const presets = ['light', 'moderate', 'heavy'] as const;
export type Preset = (typeof presets)[number];
type DisorderName = keyof typeof disorders;

/** Decides by the rates of one preset, from 0 to 1, whether an error strikes. */
export type Rates = (name: DisorderName) => number;

export function ratesOf(preset: Preset): Rates {
  return (name) => disorders[name][preset];
}

/** The table of all rates, for reading. */
export function ratesTable(): string {
  const percent = (rate: number): string => `${(rate * 100).toFixed(1)}`.padStart(9);
  const line = ([name, { light, moderate, heavy, what }]: [string, Disorder]): string =>
    `${name.padEnd(14)}${percent(light)}${percent(moderate)}${percent(heavy)}   ${what}`;
  const head = `${'per cent'.padEnd(14)}${presets.map((preset) => preset.padStart(9)).join('')}`;
  return [head, ...Object.entries(disorders).map(line)].join('\n');
}
