/** The same name with a number where it is taken; takes it. */
export const free = (name: string, taken: Set<string>, between = ''): string => {
  let [chosen, number] = [name, 2];
  while (taken.has(chosen)) chosen = `${name}${between}${number++}`;
  taken.add(chosen);
  return chosen;
};
