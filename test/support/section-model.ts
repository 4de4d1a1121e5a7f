import type { CliStep } from '../../lib/desired/cli/step';
import type { Entry, Section } from '../../lib/desired/cli/section';

interface Line {
  readonly slot: string;
  readonly text: string;
  readonly children?: readonly Line[];
}
/** What the device holds of one section; undefined where there is none. */
export type Held = { readonly headline: string; readonly lines: readonly Line[] } | undefined;

const sorted = (lines: readonly Line[]): readonly unknown[] =>
  lines
    .map(({ text, children }) => (children ? [text, sorted(children)] : [text]))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
/** For comparison: where a device puts a line is its own affair. */
export const contents = (held: Held): unknown => held && [held.headline, sorted(held.lines)];

const linesOf = (entries: readonly Entry[]): readonly Line[] =>
  entries
    .filter((entry) => !entry.hidden)
    .map(({ key: slot, text, children }) => ({ slot, text, ...(children ? { children: linesOf(children) } : {}) }));
const headline = (section: Section): string => (section.args ? `${section.header} ${section.args}` : section.header);
/** Lines at the top level have no header that would stand without them. */
const standing = (held: NonNullable<Held>, shape: Section['shape']): Held =>
  shape === 'top' && held.lines.length === 0 ? undefined : held;
export const heldOf = (section: Section): Held =>
  standing({ headline: headline(section), lines: linesOf(section.entries) }, section.shape);

/**
 * The smallest device there can be: one section into which lines are typed. It knows the slots of the lines of the
 * sections it is given and of no grammar: a line replaces the one in its slot, `no` takes away the line of exactly that
 * text, or the one that begins so where the grammar negates by the lead; a value that the device hides empties its slot.
 */
export const deviceFor = (...sections: readonly Section[]) => {
  const known = new Map<string, Entry>();
  /** Slots by what empties them without a `no`: `default …`, or the default itself. */
  const restored = new Map<string, string>();
  const learn = (entries: readonly Entry[], depth: number): void =>
    entries.forEach((entry) => {
      known.set(`${depth} ${entry.text}`, entry);
      if (!/^no /.test(entry.undo) && !/^no /.test(entry.text)) restored.set(`${depth} ${entry.undo}`, entry.key);
      if (entry.undo.startsWith('default ')) restored.set(`${depth} ${entry.undo}`, entry.key);
      learn(entry.children ?? [], depth + 1);
    });
  sections.forEach((section) => learn(section.entries, 1));
  const { header, shape } = sections[0]!;

  /** Types the lines of one mode from `at`; returns where the mode ended. */
  const typeBody = (lines: readonly Line[], typed: readonly string[], depth: number): [readonly Line[], number] => {
    let held = lines;
    let at = 0;
    while (at < typed.length) {
      const text = typed[at]!.trim();
      at++;
      if (text === 'exit') return [held, at];
      const emptied = restored.get(`${depth} ${text}`);
      if (emptied !== undefined && !known.has(`${depth} ${text}`)) {
        held = held.filter((line) => line.slot !== emptied);
        continue;
      }
      const entry = known.get(`${depth} ${text}`);
      if (entry === undefined) {
        const bare = text.startsWith('no ') ? text.slice(3) : `no ${text}`;
        const lead =
          held.find((line) => line.text === bare) ??
          held.find((line) => line.slot === bare) ??
          held.find((line) => line.text.startsWith(`${bare} password `));
        if (lead === undefined) throw new Error(`the device does not know \`${text}\``);
        held = held.filter((line) => line !== lead);
        continue;
      }
      const old = held.find((line) => line.slot === entry.key);
      const next = { slot: entry.key, text, ...(entry.children ? { children: old?.children ?? [] } : {}) };
      held = old ? held.map((line) => (line === old ? next : line)) : [...held, next];
      if (entry.hidden) held = held.filter((line) => line !== next);
      if (!entry.children) continue;
      const [children, used] = typeBody(next.children!, typed.slice(at), depth + 1);
      held = held.map((line) => (line.slot === entry.key ? { ...line, children } : line));
      at += used;
    }
    return [held, at];
  };

  return (before: Held, steps: readonly CliStep[]): Held =>
    steps.reduce<Held>((held, { lines }) => {
      if (lines.length === 1 && lines[0] === `no ${header}`) return undefined;
      if (shape === 'line')
        return lines.reduce<Held>(
          (line, text) => (line && text === `no ${line.headline}` ? undefined : { headline: text, lines: [] }),
          held,
        );
      if (shape === 'top')
        return standing({ headline: header, lines: typeBody(held?.lines ?? [], lines, 1)[0] }, shape);
      const [first, ...body] = lines;
      if (!first!.startsWith(header)) throw new Error(`the device does not know \`${first}\``);
      return { headline: first!, lines: typeBody(held?.lines ?? [], body, 1)[0] };
    }, before);
};
