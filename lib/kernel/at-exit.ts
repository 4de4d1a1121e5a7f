const works = new Set<() => void>();
const all = (): void => works.forEach((work) => work());

/**
 * Does this when the process ends, unless it is called off before. One listener for all: Node warns of a leak where a
 * process has more than ten, and many may be open at once.
 */
export const atExit = (work: () => void): (() => void) => {
  if (works.size === 0) process.on('exit', all);
  // The same work twice is two.
  const own = (): void => work();
  works.add(own);
  return () => {
    works.delete(own);
    if (works.size === 0) process.off('exit', all);
  };
};
