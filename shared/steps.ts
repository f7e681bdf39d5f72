/** Work done in small steps: it yields wherever others may have their turn, and ends with what came of it. */
export type Steps<T> = Generator<undefined, T>;

/** Goes to the end in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Goes to the end, and rests after each step. */
export async function inSteps<T>(steps: Steps<T>, rest: () => Promise<unknown>): Promise<T> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) await rest();
  return step.value;
}
