import { namesWithNicknames } from './nicknames.ts';

/** Given names that no list of nicknames has: the usual ones of the countries QuickBooks is sold in, from general use. */
const furtherNames = `aaron adam adrian aidan alan albert alejandro alice amber amy ana andre andrea anita antonio april
  ashley austin beverly blake brandon brenda brent brett brian bruce bryan carl carla carlos carmen casey chad chloe
  clara claire colin connor corey courtney craig crystal curtis damian darren dean denise derek diana diane dominic doris
  dustin dylan eduardo elena ellen erica erik erin ethan eva evan felix fernando gail gary gavin gerard gina glenn gloria
  grace graham grant hannah harriet heather hector heidi helen holly hugo ian irene isabel ivan jane janice jared javier
  jay jean jeanne jeremy jill joan joel jordan jorge joyce juan juanita julia julian julie justin karen karl katrina
  keith kelly kevin kirk krista kurt kyle lance lauren leah lee leslie liam logan lois lorraine lucas lucia luis luke
  lydia lynn malcolm manuel marc marcia marcus maria mario marjorie mark martha marvin maureen melanie meredith miguel
  miranda monica morgan naomi neil nina noah nora norman olivia omar oscar owen pablo paul paula pauline pedro penny
  peggy phyllis ralph ramon raul raymond regina rene rita roberto rodney roger roland rosa rosemary roy ruth ryan sandra
  sean shannon shane shawn sheila sherry shirley simon sonia stacy stanley sue suzanne sylvia tamara tanya tara teresa
  theresa todd tracy travis trevor troy tyler vanessa veronica vivian wanda warren wayne wendy yolanda yvonne`;

/** Usual given names and short forms of them, in lower case. */
export const givenNames: ReadonlySet<string> = new Set([...furtherNames.split(/\s+/), ...namesWithNicknames]);

/** Forms of address before a person's name. */
export const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof rev hon sir herr frau mme sra'.split(' '),
);

/** Degrees and professions after a person's name. */
export const credentials: ReadonlySet<string> = new Set(
  'md dds dmd dvm esq cpa phd rn pe od dc jd mba'.split(' '),
);

/** Which of several persons of one name, counted: father, son, grandson. A junior is a second. */
export const generations: ReadonlyMap<string, string> = new Map([
  ['sr', '1'],
  ['senior', '1'],
  ['jr', '2'],
  ['junior', '2'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
]);
