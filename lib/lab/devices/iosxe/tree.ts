/** A line of the configuration that the router holds. */
export interface Line {
  /** Lines of one slot replace each other. */
  readonly slot: string;
  readonly text: string;
  /** Where the device prints it among its siblings; a line without stays where it was put. */
  readonly order?: readonly number[];
  /** Its `order`, while the configuration is read that a device printed: that stays as it stands there. */
  readonly held?: readonly number[];
  /** As a device printed it that had it before: it prints it so again. */
  readonly printed?: string;
  /** A block as a device printed it: how far its lines are indented, and that nothing is to be filled in. */
  readonly indent?: number;
  readonly bare?: true;
  /** Present: a block. */
  readonly lines?: readonly Line[];
  /** The mode of a block: the leads from the top, `crypto ikev2 keyring / peer`. */
  readonly mode?: string;
  /** By what other lines refer to it: `ikev2-profile/P`. */
  readonly address?: string;
  /** Slots that cannot be there beside it. */
  readonly rivals?: readonly string[];
  /** What it refers to. */
  readonly refs?: readonly string[];
  /** A secret in the line: how it was typed, behind `lead`, and what follows it. */
  readonly secret?: { readonly lead: string; readonly type: number; readonly text: string; readonly tail?: string };
}
export type Config = readonly Line[];

const later = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean => {
  if (a === undefined || b === undefined) return false;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference > 0;
  }
  return false;
};

/** Puts a line in its slot; a block that is there keeps what is in it. */
export const put = (lines: Config, line: Line): Config => {
  const old = lines.find((other) => other.slot === line.slot);
  if (old)
    return lines.map((other) => (other === old ? { ...line, ...(old.lines ? { lines: old.lines } : {}) } : other));
  const place = lines.findIndex((other) => later(other.order, line.order));
  return place === -1 ? [...lines, line] : [...lines.slice(0, place), line, ...lines.slice(place)];
};

export const drop = (lines: Config, slot: string): Config => lines.filter((line) => line.slot !== slot);

/** Changes the lines of the block at `path` (slots from the top). */
export const within = (lines: Config, path: readonly string[], change: (lines: Config) => Config): Config => {
  const [first, ...rest] = path;
  if (first === undefined) return change(lines);
  return lines.map((line) => (line.slot === first ? { ...line, lines: within(line.lines ?? [], rest, change) } : line));
};

export const linesAt = (lines: Config, path: readonly string[]): Config =>
  path.reduce<Config>((level, slot) => level.find((line) => line.slot === slot)?.lines ?? [], lines);

/** Every line with the top-level line it stands under (itself, at the top). */
export const everyLine = (lines: Config, top?: Line): readonly { readonly line: Line; readonly top: Line }[] =>
  lines.flatMap((line) => [{ line, top: top ?? line }, ...everyLine(line.lines ?? [], top ?? line)]);
