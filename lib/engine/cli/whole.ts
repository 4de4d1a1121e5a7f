import type { Node } from '../../desired/cli/tree';
import { fail } from '../../kernel/problem';
import { refusal } from '../../wire/device-words';
import { quoted } from '../../wire/quoted';
import { configurationIn, rootsIn, type Shown } from './read';

/** What a session knows of the device besides its configuration. */
export interface Witness {
  /** The name before its prompt; undefined where the prompt does not say it. */
  readonly name?: string;
  /** What `show version` prints. */
  readonly version: string;
  /** Why the account may not see all, and what to grant. */
  readonly restricted?: { readonly why: string; readonly grant: string };
}

/** The words of a device that shows something else instead: a refusal is short, and has no configuration around it. */
const refusedWith = (text: string): string | undefined => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 5 ? undefined : refusal(text);
};

const otherName = (roots: readonly Node[], name: string): string | undefined => {
  const own = roots.find(({ text }) => text.startsWith('hostname '))?.text.split(/\s+/)[1];
  if (own === undefined) return 'it has no `hostname`';
  // A prompt that an administrator configured may say more than the name, or something else.
  if (own === name || name.startsWith(`${own}/`) || roots.some(({ text }) => text.startsWith('prompt ')))
    return undefined;
  return `it is of \`${own}\`, and the prompt says \`${name}\``;
};

const trainsIn = (version: string): readonly string[] =>
  [...version.matchAll(/Version (\d+)\.(\d+)/g)].map(([, major, minor]) => `${Number(major)}.${Number(minor)}`);

/** A control character is in no line that was typed, but for ETX, with which some devices print the ends of a text. */
const control = new RegExp('[\\u0000-\\u0002\\u0004-\\u0008\\u000b-\\u001f\\u007f-\\u009f]');
/** The first line that is not as it was typed: an object behind such a name looks as if it were not there. */
const damaged = (text: string, target: string, { clean }: Shown): string | undefined =>
  control.test(text.replaceAll('\r', ''))
    ? clean(text.replaceAll('\r', ''), target)
        .split('\n')
        .find((line) => control.test(line))
    : undefined;

/** A pager that is on after all: what it has not shown, or shown over its own words, looks as if it were not there. */
const pager = /^ ?(<--- More --->|--More--)/m;

/** What of the beginning, the end, the name or the release is not as it must be. */
const flaw = (
  roots: readonly Node[],
  { begins, before, end }: Shown,
  { name, version }: Witness,
): string | undefined => {
  const lines = roots.filter(({ text }) => !before.test(text));
  const first = begins.exec(lines[0]?.text ?? '');
  if (first === null) return `it does not begin with \`${begins.source.replace(/^\^| \(.*$/g, '')}\``;
  const last = lines.findIndex(({ text }) => text === end);
  if (last !== lines.length - 1) return `\`${lines[last + 1]!.text}\` comes after its \`${end}\``;
  const train = `${Number(first[1])}.${Number(first[2])}`;
  const trains = trainsIn(version);
  if (trains.length > 0 && !trains.includes(train))
    return `it is of release ${train}, and the device runs ${trains[0]}`;
  return name === undefined ? undefined : otherName(lines, name);
};

/**
 * The configuration that a device shows, or a refusal where it is not proven to be the whole of it. What an account may
 * not see looks as if it were not there, and a deletion or a creation on the strength of it would be of others' objects.
 */
export const wholeConfiguration = (text: string, target: string, shown: Shown, witness: Witness): readonly Node[] => {
  const { command, what } = shown;
  const words = refusedWith(text);
  if (words !== undefined)
    return fail(
      'device.refused',
      target,
      `the device refuses \`${command}\`: ${quoted(words, [])}`,
      `let the account type \`${command}\``,
    );
  const { restricted } = witness;
  if (restricted !== undefined)
    return fail(
      'device.restricted',
      target,
      `the account may not see the whole ${what}: ${restricted.why}. Nothing is planned on such a reading`,
      restricted.grant,
    );
  const configuration = configurationIn(text, target, shown);
  const odd = damaged(text, target, shown);
  const wrong =
    odd !== undefined
      ? `${quoted(odd, [])} holds a control character`
      : pager.test(text.replaceAll('\r', '\n'))
        ? 'the device shows it page by page, although paging was switched off'
        : flaw(rootsIn(text, target, shown), shown, witness);
  if (wrong !== undefined)
    return fail(
      'device.partial',
      target,
      `the ${what} is not proven to be whole: ${wrong}. Nothing is planned on such a reading`,
      `log in with the same account and look at \`${command}\`; grant it the privilege to see all`,
    );
  return configuration.filter(({ text }) => !shown.before.test(text));
};
