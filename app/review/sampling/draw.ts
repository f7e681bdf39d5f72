/**
 * `count` of these, in random order, each as likely as any other. `random` gives a whole number from 0 up to but without
 * its argument.
 */
export function drawn<T>(items: readonly T[], count: number, random: (below: number) => number): T[] {
  const shuffled = [...items];
  const taken = Math.min(count, shuffled.length);
  for (let place = 0; place < taken; place += 1) {
    const other = place + random(shuffled.length - place);
    const [here, there] = [shuffled[place], shuffled[other]];
    if (here === undefined || there === undefined) throw new Error(`No item ${other}`);
    shuffled[place] = there;
    shuffled[other] = here;
  }
  return shuffled.slice(0, taken);
}
