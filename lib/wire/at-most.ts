/** Slots for work: the rest waits for its turn, in the order in which it came. */
export interface Slots {
  schedule<T>(work: () => Promise<T>): Promise<T>;
}

/** Work of which at most so many pieces run at a time. A slot that is free is taken at once. */
export const atMost = (most: number): Slots => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = async (): Promise<void> => {
    // Who ends hands its slot on, so that nobody who comes later takes it.
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    schedule: async (work) => {
      await turn();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
};
