import type { Random } from './random.ts';
import { familyNames, givenNames } from './words/people.ts';

/** A person. `nickname` is a short form of the given name, the same as `given` for names that have none. */
export interface Person {
  readonly given: string;
  readonly nickname: string;
  readonly family: string;
}

/** A person of either a given family or any. */
export function makePerson(random: Random, family = random.pick(familyNames)): Person {
  const [given, ...nicknames] = random.pick(givenNames);
  return { given, nickname: nicknames.length === 0 ? given : random.pick(nicknames), family };
}

export function fullName({ given, family }: Person): string {
  return `${given} ${family}`;
}
