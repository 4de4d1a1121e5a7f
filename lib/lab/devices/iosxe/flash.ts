import { createHash } from 'node:crypto';
import type { Device } from './types';
import type { Reply } from '../../terminal/reply';

/** `bootflash:/x` and `bootflash:x` are one file; there is no folder in this file system. */
export const nameOn = (path: string): string | undefined => /^bootflash:\/?([^/\s]+)$/i.exec(path)?.[1];

const missing = (path: string): string => `%Error opening ${path} (No such file or directory)`;
const said = (text: string): Reply => ({ text });
type Run = (caller: { readonly device: Device }, values: readonly string[]) => Reply;

const verify: Run = ({ device }, [path = '']) => {
  const file = device.flash.get(nameOn(path) ?? '');
  if (file === undefined) return said(missing(path));
  const md5 = createHash('md5').update(file).digest('hex');
  return said(`.Done!\nverify /md5 (${path}) = ${md5}`);
};

const directory: Run = ({ device }, [path = 'bootflash:']) => {
  const one = nameOn(path);
  if (one !== undefined && !device.flash.has(one)) return said(missing(path));
  const files = [...device.flash].filter(([name]) => one === undefined || name === one);
  const rows = files.map(
    ([name, { length }], i) => `${String(i + 11).padStart(5)}  -rw-  ${String(length).padStart(16)}  ${name}`,
  );
  return said(
    [
      `Directory of ${one === undefined ? 'bootflash:/' : path}`,
      '',
      ...rows,
      '',
      '7897796608 bytes total (6500000000 bytes free)',
    ].join('\n'),
  );
};

const remove: Run = ({ device }, [path = '']) =>
  device.flash.delete(nameOn(path) ?? '') ? {} : said(`%Error deleting ${path} (No such file or directory)`);

const rename: Run = ({ device }, [words = '']) => {
  const [from = '', to = ''] = words.split(/\s+/);
  const [old, name] = [nameOn(from), nameOn(to)];
  const moved = (): Reply => {
    const file = device.flash.get(old ?? '');
    if (file === undefined || name === undefined) return said(`%Error renaming ${from} (No such file or directory)`);
    if (device.flash.has(name)) return said(`%Error renaming ${from} (File exists)`);
    device.flash.delete(old!);
    device.flash.set(name, file);
    return {};
  };
  return { ask: { prompt: `Destination filename [${name ?? ''}]? `, answer: moved } };
};

/** What is typed about files. The words of the answers follow the command reference; that of `rename` is not proven. */
export const fileCommands: Readonly<Record<string, Run>> = {
  'verify /md5 <file>': verify,
  dir: directory,
  'dir <file>': directory,
  'delete /force <file>': remove,
  'rename <rest>': rename,
};
