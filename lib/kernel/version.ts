/** `7.4.1` is at least `7.4`. */
export const atLeast = (version: string, floor: string): boolean => {
  const [given, wanted] = [version, floor].map((v) => v.split('.').map(Number));
  const place = wanted!.findIndex((part, i) => part !== (given![i] ?? 0));
  return place === -1 || (given![place] ?? 0) > wanted![place]!;
};
