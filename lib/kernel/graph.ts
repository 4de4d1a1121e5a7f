/**
 * Orders nodes so that what a node refers to comes before it; nodes that do not refer to each other keep their order.
 * A cycle is returned as its members, so that the caller can name it in its own words.
 */
export const topological = <T>(
  nodes: readonly T[],
  id: (node: T) => string,
  refs: (node: T) => readonly string[],
): { readonly ordered: readonly T[]; readonly cycle?: readonly string[] } => {
  const byId = new Map(nodes.map((node) => [id(node), node]));
  const ordered: T[] = [];
  const state = new Map<string, 'open' | 'done'>();
  let cycle: readonly string[] | undefined;
  const trail: string[] = [];
  const visit = (name: string): void => {
    const node = byId.get(name);
    if (node === undefined || state.get(name) === 'done') return;
    if (state.get(name) === 'open') {
      cycle ??= trail.slice(trail.indexOf(name));
      return;
    }
    state.set(name, 'open');
    trail.push(name);
    for (const ref of refs(node)) visit(ref);
    trail.pop();
    state.set(name, 'done');
    ordered.push(node);
  };
  for (const node of nodes) visit(id(node));
  return cycle === undefined ? { ordered } : { ordered, cycle };
};
