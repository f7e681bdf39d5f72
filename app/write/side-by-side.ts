/** So many calls to QuickBooks are under way at once; it allows ten to begin in a second. */
const callsAtOnce = 5;

/**
 * Does work with QuickBooks for each of these, some side by side, until `isOver` says that no more is to begin. What one of
 * them throws is thrown when all that were begun have ended.
 */
export async function sideBySide<T>(
  all: readonly T[],
  isOver: () => boolean,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = all.values();
  const lane = async () => {
    for (const one of waiting) {
      if (isOver()) return;
      await work(one);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: callsAtOnce }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
}
