/**
 * What of an object is whose, where its parts may have several owners: the lines of an interface, the keys of a section, the
 * members of a list. The rules are the same for every format; a format says only what its parts are known by.
 */
export interface Parts<P> {
  /** Where a part stands: of two with one place the second takes the place of the first. */
  readonly place: (part: P) => string;
  /** The part with what it says: two owners may write the same. */
  readonly value: (part: P) => string;
}

type List<P> = readonly P[] | undefined;
const sameAs = <P>(by: (part: P) => string, lists: readonly List<P>[]): ((part: P) => boolean) => {
  let known: ReadonlySet<string> | undefined;
  return (part) => (known ??= new Set(lists.flatMap((list) => (list ?? []).map((each) => by(each))))).has(by(part));
};

/** Whether a part stands where one of these does. */
export const claimedBy = <P>({ place }: Parts<P>, ...claims: readonly List<P>[]): ((part: P) => boolean) =>
  sameAs(place, claims);

/** Of what is live: the parts that we declare or own, and those of others, which stay as they are. */
export const divided = <P>(
  parts: Parts<P>,
  live: readonly P[],
  ...claims: readonly List<P>[]
): { readonly ours: readonly P[]; readonly others: readonly P[] } => {
  const isOurs = claimedBy(parts, ...claims);
  return { ours: live.filter(isOurs), others: live.filter((part) => !isOurs(part)) };
};

/**
 * Whether we wrote a part that is applied. One that was there before us, and that we never wrote, stays of others, even
 * when we declare the same: it is not removed with what is ours.
 */
export const isWritten = <P>(parts: Parts<P>, before: List<P>, owned: List<P>): ((part: P) => boolean) => {
  const [isOwned, wasThere] = [sameAs(parts.place, [owned]), sameAs(parts.value, [before])];
  return (part) => isOwned(part) || !wasThere(part);
};

/** What is ours while a change is under way: what shall be, and what was and is not replaced by it. */
export const joined = <P>(parts: Parts<P>, owned: List<P>, next: readonly P[]): readonly P[] => {
  const isReplaced = claimedBy(parts, next);
  return [...next, ...(owned ?? []).filter((part) => !isReplaced(part))];
};

/** Whether we created an object: the ledger says so, or it is of the first change and nothing was there. */
export const isCreated = (owned: { readonly created?: boolean } | undefined, before: object | undefined): boolean =>
  owned?.created ?? before === undefined;
