/**
 * Street words, each spelling with the short form used here: suffixes and directions of USPS Publication 28
 * (appendix C1 and section 233), with the usual ones of Australia, Britain and Canada.
 */
const spellings = `
al alley ally aly
ave av avenue avn avnue aven
bch beach
blvd boulevard boul boulv bl
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
hwy highway hiway hway
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
st street str strt
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

/** Short forms by their spelling. */
export const streetWords: ReadonlyMap<string, string> = new Map(
  spellings
    .trim()
    .split('\n')
    .flatMap((line) => {
      const all = line.split(' ');
      return all.map((spelling) => [spelling, all[0] ?? spelling] as const);
    }),
);

/** The short forms themselves: words that most streets share. */
export const streetForms: ReadonlySet<string> = new Set(streetWords.values());

/** Words that stand before a flat, suite or floor (USPS Publication 28, appendix C2). */
export const unitWords: ReadonlySet<string> = new Set(
  'apt apartment unit suite ste room rm floor fl flat bldg building dept lot spc space trlr hngr pier ph'.split(
    ' ',
  ),
);

/** Written numbers that stand for numbered streets. */
export const ordinalWords: ReadonlyMap<string, string> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index) => [word, String(index + 1)]),
);
