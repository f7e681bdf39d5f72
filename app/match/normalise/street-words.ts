/**
 * Street words, each in full with its other spellings: suffixes and directions of USPS Publication 28
 * (appendix C1 and section 233), with the usual ones of Australia, Britain and Canada.
 */
const spellings = `
alley al ally aly
avenue ave av avenida avda avd avn avnue aven
beach bch
boulevard blvd boul boulv bl bd bvd bulevar
branch br
bridge brg
bend bnd
circle cir circ crcl
circuit cct
close cl
crescent cres crs cr crsent
court ct crt
cove cv
drive dr driv drv
estate est estates
expressway expy
extension ext
freeway frwy fwy
gardens gdns gdn garden
grove gr grv
heights hts
highway hwy hiway hway highwy
junction jct
lane ln
loop lp
manor mnr
parade pde
park pk
parkway pkwy pky
place pl plc
plaza plz
point pt
road rd
ridge rdg
row
square sq
street st str strt strasse straat saint
terrace ter terr tce
trail trl
view vw
way wy
walk wlk
north n no nth
south s so sth
east e
west w
northeast ne
northwest nw
southeast se
southwest sw
fort ft
mount mt
`;

/** Suffixes that are ordinary words of streets as well ("Lake Street"). */
const furtherSpellings = `
bypass byp bypas
causeway cswy causwa
canyon cyn canyn
chemin chem
common cmn commons
corner cor
corners cors
creek crk
course crse
crest crst
crossing xing crssng
crossroad xrd
field fld
fields flds
falls fls
fork frk
forks frks
forest frst
ferry fry
glen gln
green grn
gateway gtwy gatewy
harbor hbr harbour
hill hl
hills hls
hollow holw hollows
haven hvn
knoll knl
lake lk
lakes lks
landing lndg
meadow mdw
meadows mdws
mountain mtn mntn
orchard orch
plain pln
plains plns
passage psge
pine pne
pines pnes
port prt
ranch rnch
river riv
route rte rt
shore shr
shores shrs
spring spg
springs spgs
station sta stn
stream strm
summit smt
turnpike tpke
trace trce
throughway trwy
vista vis
village vlg
valley vly
wells wls
`;

const fullForms = (lines: string): [spelling: string, form: string][] =>
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const all = line.split(' ');
      return all.map((spelling): [string, string] => [spelling, all[0] ?? spelling]);
    });

/** Words in full by their spelling: a typing error in a word in full can still be told ("crcuit"). */
export const streetWords: ReadonlyMap<string, string> = new Map([
  ...fullForms(furtherSpellings),
  ...fullForms(spellings),
]);

/** The words in full: words that most streets share. */
export const streetForms: ReadonlySet<string> = new Set(fullForms(spellings).map(([, form]) => form));

/** Words that stand before a flat, suite or floor (USPS Publication 28, appendix C2), whatever follows. */
export const unitWords: ReadonlySet<string> = new Set(
  'apt apartment appt unit suite ste room rm flat dept lot spc trlr'.split(' '),
);

/** The same, but streets are called so too: a number or a letter must follow. */
export const possibleUnitWords: ReadonlySet<string> = new Set(
  'floor fl bldg building space hngr pier ph penthouse level shop office no'.split(' '),
);

/** Written numbers that stand for numbered streets. */
export const ordinalWords: ReadonlyMap<string, string> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index) => [word, String(index + 1)]),
);

/** Written numbers that stand for house numbers ("One Main Street"). */
export const cardinalWords: ReadonlyMap<string, string> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [word, String(index + 1)]),
);

/** Words before the number of a road; "US", "State" and the like before them are left out, since many do. */
export const roadWords: ReadonlySet<string> = new Set('highway route us sr fm cr i'.split(' '));
