import { parseTree, type Node } from '../../../desired/cli/tree';
import { syntax } from '../../../platforms/iosxe/syntax';
import type { Reply } from '../../terminal/reply';
import { boot } from './boot';
import { contextualDiffs } from './differences';
import { nameOn } from './flash';
import type { Level } from './modes';
import { enrolledTrustpoints } from './pki/store';
import { printConfig } from './show-config';
import type { Config } from './tree';
import type { Device } from './types';
import { typeLine } from './typing';

/** Commands that lead configurations from file to file. The words of the answers are those that napalm and netmiko read. */
type Run = (caller: { readonly device: Device; readonly user: string }, values: readonly string[]) => Reply;

const said = (text: string): Reply => ({ text });
const missing = (path: string): Reply => said(`%Error opening ${path} (No such file or directory)`);

/** `system:running-config`, `startup-config`, `null:` and files of the flash. */
const textAt = (device: Device, path: string): string | undefined => {
  if (/^(system:\/?)?running-config$/i.test(path)) return device.runningText();
  if (/^(nvram:\/?)?startup-config$/i.test(path)) return device.startupText();
  if (/^null:/i.test(path)) return '';
  return device.flash.get(nameOn(path) ?? '')?.toString();
};

interface Merged {
  readonly config: Config;
  readonly words: readonly string[];
}

/** A file typed line by line, as `copy FILE running-config` does: what is refused is said, and the rest counts. */
const mergedInto = (device: Device, text: string): Merged => {
  const enrolled = () => enrolledTrustpoints(device);
  let config = device.running();
  let levels: readonly Level[] = [];
  const words: string[] = [];
  for (const raw of text.replaceAll('\r', '').split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('!') || line === 'end') continue;
    if (line === 'exit') {
      levels = levels.slice(0, -1);
      continue;
    }
    const typed = typeLine(config, levels, line.split(/\s+/), enrolled);
    if (typed.form === 'miss') words.push(line, '      ^', "% Invalid input detected at '^' marker.", '');
    else if (typed.form === 'refused') words.push(typed.words);
    else ({ config, levels } = typed);
  }
  return { config, words };
};

/** Lines of a file that the running configuration lacks, below what they stand in. */
const lacking = (asked: readonly Node[], held: readonly Node[], depth = 0): readonly string[] =>
  asked.flatMap((node) => {
    const there = held.find(({ text }) => text === node.text);
    const inner = lacking(node.children, there?.children ?? [], depth + 1);
    return there && inner.length === 0 ? [] : [`${' '.repeat(depth)}${node.text}`, ...inner];
  });

const incremental: Run = ({ device }, [rest = '']) => {
  const [path = ''] = rest.split(/\s+/);
  const text = textAt(device, path);
  if (text === undefined) return missing(path);
  const commands = lacking(parseTree(text, syntax), parseTree(device.runningText(), syntax)).filter(
    (line) => line !== 'end',
  );
  return said(
    ['!List of Commands:', ...commands, 'end', ...(commands.length ? [] : ['!No changes were found'])].join('\n'),
  );
};

const differences: Run = ({ device }, [rest = '']) => {
  const [from = '', to = 'system:running-config'] = rest.split(/\s+/);
  const texts = [from, to].map((path) => textAt(device, path));
  const at = texts.indexOf(undefined);
  return at === -1 ? said(contextualDiffs(texts[0]!, texts[1]!)) : missing([from, to][at]!);
};

const copied = ({ device, user }: Parameters<Run>[0], from: string, to: string): Reply => {
  const text = textAt(device, from);
  if (text === undefined) return missing(from);
  if (/^(system:\/?)?running-config$/i.test(to)) {
    const { config, words } = mergedInto(device, text);
    device.change(config, user);
    return said([...words, `${Buffer.byteLength(text)} bytes copied in 0.120 secs`].join('\n'));
  }
  const name = nameOn(to);
  if (name === undefined) return said(`%Error opening ${to} (Invalid argument)`);
  device.flash.set(name, Buffer.from(text));
  return said(`${Buffer.byteLength(text)} bytes copied in 0.120 secs`);
};

/** Without `file prompt quiet` the name at the other end is asked for. */
const copy: Run = (caller, [rest = '']) => {
  const [from = '', to = ''] = rest.split(/\s+/);
  if (/^file prompt quiet$/m.test(caller.device.runningText())) return copied(caller, from, to);
  const prompt = `Destination filename [${to.replace(/^\w+:\/?/, '')}]? `;
  return { ask: { prompt, answer: () => copied(caller, from, to) } };
};

const replace: Run = ({ device, user }, [rest = '']) => {
  const [path = ''] = rest.split(/\s+/);
  const text = textAt(device, path);
  if (text === undefined) return missing(path);
  const wanted = boot(text);
  if (printConfig(wanted, device.release) === device.runningText())
    return said('\nThe total number of passes: 0\nRollback Done\n');
  device.change(wanted, user);
  return said('\nTotal number of passes: 1\nRollback Done\n');
};

const more: Run = ({ device }, [path = '']) => {
  const text = textAt(device, path);
  return text === undefined ? missing(path) : said(text);
};

export const configFileCommands: Readonly<Record<string, Run>> = {
  'copy <rest>': copy,
  'more <rest>': more,
  'configure replace <rest>': replace,
  'show archive config differences <rest>': differences,
  'show archive config incremental-diffs <rest>': incremental,
};
