/**
 * Street words, each spelling with the short form used here: suffixes and directions of USPS Publication 28
 * (appendix C1 and section 233), with the usual ones of Australia, Britain and Canada.
 */
const spellings = `
al alley ally aly
ave av avenue avenida avda avd avn avnue aven
bch beach
blvd boulevard boul boulv bl bd bvd bulevar
br branch
brg bridge
bnd bend
cir circle circ crcl circuit cct
cl close
cres crescent crs cr crsent
ct court crt
cv cove
dr drive driv drv
est estate estates
expy expressway
ext extension
frwy freeway fwy
gdns gardens gdn garden
gr grove grv
hts heights
hwy highway hiway hway highwy
jct junction
ln lane
lp loop
mnr manor
pde parade
pk park
pkwy parkway pky
pl place plc
plz plaza
pt point
rd road
rdg ridge
row row
sq square
st street str strt strasse straat saint
ter terrace terr tce
trl trail
vw view
way wy
wlk walk
n north no nth
s south so sth
e east
w west
ne northeast
nw northwest
se southeast
sw southwest
ft fort
mt mount
`;

/** Suffixes that are ordinary words of streets as well ("Lake Street"). */
const furtherSpellings = `
byp bypass bypas
cswy causeway causwa
cyn canyon canyn
chem chemin
cmn common commons
cor corner
cors corners
crk creek
crse course
crst crest
xing crossing crssng
xrd crossroad
fld field
flds fields
fls falls
frk fork
frks forks
frst forest
fry ferry
gln glen
grn green
gtwy gateway gatewy
hbr harbor harbour
hl hill
hls hills
holw hollow hollows
hvn haven
knl knoll
lk lake
lks lakes
lndg landing
mdw meadow
mdws meadows
mtn mountain mntn
orch orchard
pln plain
plns plains
psge passage
pne pine
pnes pines
prt port
rnch ranch
riv river
rte route rt
shr shore
shrs shores
spg spring
spgs springs
sta station stn
strm stream
smt summit
tpke turnpike
trce trace
trwy throughway
vis vista
vlg village
vly valley
wls wells
`;

const shortForms = (lines: string): [spelling: string, form: string][] =>
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const all = line.split(' ');
      return all.map((spelling): [string, string] => [spelling, all[0] ?? spelling]);
    });

/** Short forms by their spelling. */
export const streetWords: ReadonlyMap<string, string> = new Map([
  ...shortForms(furtherSpellings),
  ...shortForms(spellings),
]);

/** The short forms themselves: words that most streets share. */
export const streetForms: ReadonlySet<string> = new Set(shortForms(spellings).map(([, form]) => form));

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
export const roadWords: ReadonlySet<string> = new Set('hwy rte us sr fm cr i'.split(' '));
