import { fullName, type Person } from './people.ts';
import type { Random } from './random.ts';
import { withoutAccents } from './text.ts';
import { type LegalForm, legalSpellings } from './words/legal-forms.ts';

/** Characters that the desktop edition of QuickBooks kept of a name. */
const desktopNameLength = 41;

const abbreviations: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bManufacturing\b/, ['Mfg', 'Mfg.', 'Manuf.']],
  [/\bInternational\b/, ['Intl', "Int'l", 'Intl.']],
  [/\bServices?\b/, ['Svcs', 'Svc', 'Serv']],
  [/\bNational\b/, ['Natl', "Nat'l"]],
  [/\bAssociates\b/, ['Assoc', 'Assoc.']],
  [/\bAssociation\b/, ['Assn', 'Assoc.']],
  [/\bConstruction\b/, ['Constr', 'Const.']],
  [/\bEngineering\b/, ['Eng', 'Engr.']],
  [/\bEngineers\b/, ['Engrs']],
  [/\bEquipment\b/, ['Equip', 'Eqpt']],
  [/\bBrothers\b/, ['Bros', 'Bros.']],
  [/\bDepartment\b/, ['Dept', 'Dept.']],
  [/\bSupply\b/, ['Sply', 'Sup']],
  [/\bSystems\b/, ['Sys', 'Syst']],
  [/\bTransportation\b/, ['Transp', 'Trans']],
  [/\bManagement\b/, ['Mgmt', 'Mgt']],
  [/\bCenter\b/, ['Ctr', 'Cntr']],
  [/\bUniversity\b/, ['Univ', 'Univ.']],
  [/\bTechnologies\b/, ['Tech', 'Technol.']],
  [/\bLaboratories\b/, ['Labs', 'Lab']],
  [/\bProperty\b/, ['Prop', 'Prop.']],
  [/\bInsurance\b/, ['Ins', 'Ins.']],
  [/\bFinancial\b/, ['Finl', 'Fin.']],
  [/\bDistrict\b/, ['Dist', 'Dist.']],
  [/\bCommunity\b/, ['Comm', 'Cmty']],
  [/\bFoundation\b/, ['Fdn', 'Found.']],
  [/\bRestaurant\b/, ['Rest', 'Rest.']],
  [/\bHeating & Air\b/, ['HVAC', 'Htg & Air']],
  [/\bCounty\b/, ['Co', 'Cnty']],
  [/\bProducts\b/, ['Prods', 'Prod']],
];

const notes = [
  ' - Net 30',
  ' (USD)',
  ' - DO NOT USE',
  ' *COD*',
  ' - NEW',
  ' (Tax Exempt)',
  ' - call before delivery',
  ' - Prepay only',
  ' [retainer]',
  ' - Monthly',
];

/** The name with its legal form in one of its spellings. */
export function withLegalForm(random: Random, name: string, legal: LegalForm | null): string {
  return legal === null ? name : `${name}${random.pick(legalSpellings[legal])}`;
}

/** `&` for "and" or the other way round; the same name when it has neither. */
export function otherAnd(random: Random, name: string): string {
  if (name.includes('&')) return name.replaceAll(' & ', random.pick([' and ', ' And ', '&', ' + ']));
  return name.replaceAll(/ and /gi, ' & ');
}

/** The name with one or all of its long words cut short; the same name when none of them is ever cut. */
export function abbreviated(random: Random, name: string): string {
  return abbreviations.reduce((text, [long, short]) => text.replace(long, () => random.pick(short)), name);
}

/** "St." for "Saint" and the like. */
export function otherSaint(random: Random, name: string): string {
  return name.replace(/\b(?:St\.|Saint) /, (found) =>
    random.pick(['St. ', 'Saint ', 'St '].filter((one) => one !== found)),
  );
}

/** The name with one slip of the fingers in one of its longer words. */
export function mistyped(random: Random, name: string): string {
  const words = name.split(' ');
  const long = words.flatMap((word, index) => (word.length >= 5 ? [index] : []));
  if (long.length === 0) return name;
  const index = random.pick(long);
  const word = words[index] ?? '';
  const at = random.int(1, word.length - 3);
  const slip = random.pick([
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + random.pick([...'aeiorstln']) + word.slice(at + 1),
  ]);
  return words.with(index, slip).join(' ');
}

/** The name with what a bookkeeper noted in it. */
export function withNote(random: Random, name: string): string {
  if (random.chance(0.2)) return `${name} #${random.int(1_001, 1_999)}`;
  return `${name}${random.pick(notes)}`;
}

/** The name as the desktop edition cut it. */
export function cutShort(name: string): string {
  return name.slice(0, desktopNameLength).trimEnd();
}

/** The initials of the name's words: three letters at least, else the name itself. */
export function acronym(name: string): string {
  const initials = withoutAccents(name)
    .split(/[\s-]+/)
    .filter((word) => /^[A-Za-z]/.test(word) && !/^(?:and|of|the|for)$/i.test(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  return initials.length >= 3 ? initials : name;
}

/** A person's name as filed. */
export function lastFirst({ given, family }: Person): string {
  return `${family}, ${given}`;
}

/** A person's name with the short form of the given name. */
export function withNickname({ nickname, family }: Person): string {
  return `${nickname} ${family}`;
}

/** "c/o" somebody, as some bookkeepers write it. */
export function inCareOf(name: string, person: Person): string {
  return `${name} c/o ${fullName(person)}`;
}
