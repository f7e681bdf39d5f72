/**
 * Given names that are used for one another, a group a line. Written down from everyday English usage, the most common
 * ones only; github.com/carltonnorthern/nicknames (Apache-2.0) is a fuller list, of which nothing was copied.
 */
const groups = `
abigail abby gail
albert al bert
alexander alex al sandy alec sasha xander
alexandra alex sandra sandy lexi
alfred fred al alfie
alice allie
allison ali allie alison
amanda mandy
andrew andy drew
angela angie angel
anna ann anne annie
anthony tony
arthur art artie
barbara barb babs
benjamin ben benny
bernard bernie
bradley brad
calvin cal
cameron cam
caroline carol carrie
catherine cathy kate katie kathy katherine kathryn cathryn kat kitty
charles charlie chuck chas
charlotte charlie lottie
christina chris tina christine christy kristina
christopher chris kit
clifford cliff
cynthia cindy
daniel dan danny
david dave davy
deborah deb debbie debra
dennis denny
donald don donny
dorothy dot dottie
douglas doug
edward ed eddie ted ned
elizabeth liz lizzie beth betty eliza betsy libby
emily em emmy
eric rick
eugene gene
evelyn evie
florence flo
frances fran
francis frank fran francisco pancho
franklin frank
frederick fred freddy freddie
gabriel gabe
gabrielle gabby
george georgie
gerald gerry jerry
geoffrey geoff jeff
gregory greg
harold hal harry
harrison harry
henry hank harry
herbert herb bert
howard howie
isaac ike
isabella bella izzy isabel
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jason jay
jeffrey jeff
jennifer jen jenny jenn
jeremy jerry
jessica jess jessie
joan joanie
john jon johnny jack
jonathan jon jonny
jose pepe
joseph joe joey
joshua josh
judith judy
kenneth ken kenny
kimberly kim
lawrence larry laurence
leonard leo len lenny
leonardo leo
lillian lily
linda lindy
louis lou louie
louise lou
lucille lucy
madeline maddie
margaret maggie meg peggy marge margie
maria mary mia
marie mary
martin marty
mary molly polly
matthew matt
maximilian max
megan meg
melissa missy mel
michael mike mick mickey mikey
michelle shelly
mitchell mitch
mohammed muhammad mohamed mohammad muhammed
nancy nan
natalie nat
nathan nate
nathaniel nate nat
nicholas nick nicky nicolas
nicole nikki
oliver ollie
olivia liv
pamela pam
patricia pat patty trish tricia
patrick pat paddy
peter pete
philip phil phillip
rachel rach
randall randy
raymond ray
rebecca becky becca
reginald reggie
ricardo rick ricky
richard rick dick rich ricky richie
robert bob rob bobby robbie
roger rodge
ronald ron ronnie
russell russ
samantha sam
samuel sam sammy
sarah sally sara
scott scotty
sebastian seb
sharon shari
sidney sid
sophia sophie sofia
stanley stan
stephanie steph
stephen steve steven stevie
stuart stu stewart
susan sue susie suzanne suzy
teresa terry tess theresa
terence terry
theodore ted theo teddy
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vernon vern
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
wesley wes
william bill will billy willie liam
zachary zach zack
`;

const groupsByName = new Map<string, number[]>();
groups
  .trim()
  .split('\n')
  .forEach((line, group) => {
    for (const name of line.split(' ')) groupsByName.set(name, [...(groupsByName.get(name) ?? []), group]);
  });

/** Every name of these groups. */
export const namesWithNicknames: ReadonlySet<string> = new Set(groupsByName.keys());

/** Whether two different given names, in lower case, are used for one another ("bob", "robert"). */
export function areNicknames(one: string, other: string): boolean {
  const ofOther = groupsByName.get(other);
  return ofOther !== undefined && (groupsByName.get(one)?.some((group) => ofOther.includes(group)) ?? false);
}

/** Whether a given name, in lower case, has others in its place. */
export function hasNicknames(name: string): boolean {
  return groupsByName.has(name);
}
