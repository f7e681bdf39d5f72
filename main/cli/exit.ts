/** How a command ended, as an exit code. */
export const exit = { done: 0, failed: 1, usage: 2, inPart: 3 } as const;
export type Exit = (typeof exit)[keyof typeof exit];
