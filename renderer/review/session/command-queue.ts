/** Tasks done one after another, in the order they were given. */
export interface CommandQueue {
  /** Does the task now if nothing is under way, else when its turn comes. */
  add(task: () => Promise<void> | undefined): void;
}

/**
 * A queue that keeps its order. A task that gives no promise is done at once, within the call, when nothing waits.
 * When a task fails, `onError` is told and the tasks that wait are dropped.
 */
export function commandQueue(onError: (error: unknown) => void): CommandQueue {
  const waiting: (() => Promise<void> | undefined)[] = [];
  let working = false;

  function fail(error: unknown): void {
    waiting.length = 0;
    onError(error);
  }

  function proceed(): void {
    while (!working) {
      const task = waiting.shift();
      if (task === undefined) return;
      try {
        const done = task();
        if (done === undefined) continue;
        working = true;
        done.catch(fail).finally(() => {
          working = false;
          proceed();
        });
      } catch (error) {
        fail(error);
      }
    }
  }

  return {
    add(task) {
      waiting.push(task);
      proceed();
    },
  };
}
