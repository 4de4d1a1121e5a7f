import { stamp } from '../../server/clock';
import { expand } from '../../../desired/cli/abbreviate';
import type { Miss, Reply } from '../../terminal/reply';
import type { Device, Space } from './types';
import { shows } from './show';

export interface Caller {
  readonly device: Device;
  readonly space: Space;
  readonly user: string;
}
/** `context`: where the session goes. */
export type AsaReply = Reply & { readonly context?: string };
type Run = (caller: Caller, value: string) => AsaReply;

const said = (text: string): AsaReply => ({ text });

const proceed = ({ device, user }: Caller, minutes: number): AsaReply => ({
  text: `Reload scheduled for ${stamp(new Date(device.clock.now().getTime() + minutes * 60000))} (in ${minutes} minutes)`,
  ask: {
    prompt: 'Proceed with reload? [confirm]',
    key: true,
    answer: (key) => {
      if (!/^[\r\ny]?$/i.test(key)) return {};
      device.reloadIn(user, minutes);
      return said(`\n***\n*** --- SHUTDOWN in 0:${String(minutes).padStart(2, '0')}:00 ---\n***`);
    },
  },
});

const reloadIn: Run = (caller, value) => {
  const { device, space } = caller;
  if (space.name !== '') return said("ERROR: % Invalid input detected at '^' marker.");
  const minutes = Number(value);
  if (space.isSaved()) return proceed(caller, minutes);
  const answer = (text: string): AsaReply => {
    if (/^y/i.test(text)) space.save();
    return /^[yns]/i.test(text) ? proceed(caller, minutes) : {};
  };
  void device;
  return { ask: { prompt: 'System config has been modified. Save? [Y]es/[N]o/[S]ave all/[C]ancel: ', answer } };
};

const commands: Readonly<Record<string, Run>> = {
  ...Object.fromEntries(
    Object.entries(shows).map(([words, show]): [string, Run] => [
      words,
      ({ device, space }) => said(show(device, space)),
    ]),
  ),
  'configure terminal': () => ({ move: 'config' }),
  'write memory': ({ space }) => {
    space.save();
    return said(
      'Building configuration...\nCryptochecksum: 3f1a2b4c 5d6e7f80 91a2b3c4 d5e6f708 \n\n3571 bytes copied in 0.80 secs\n[OK]',
    );
  },
  'reload in <n>': reloadIn,
  'reload cancel': ({ device }) => {
    if (device.reloading() === undefined) return said('ERROR: No reload scheduled');
    device.cancelReload();
    return said('\n***\n*** --- SHUTDOWN ABORTED ---\n***');
  },
  'changeto context <rest>': ({ device }, name) =>
    device.spaces.has(name) && name !== ''
      ? { context: name }
      : said(`ERROR: % Invalid context name ${name}, or this is a single context firewall`),
  'changeto system': ({ device }) =>
    device.spaces.size > 1 ? { context: '' } : said('Command not valid in current execution space'),
  'terminal pager <n>': (_caller, lines) => ({ page: Number(lines) }),
  'no terminal pager': () => ({ page: 0 }),
  enable: () => ({ move: 'enable' }),
  disable: () => ({ move: 'disable' }),
  exit: () => ({ move: 'logout' }),
  logout: () => ({ move: 'logout' }),
  quit: () => ({ move: 'logout' }),
};

const forms = Object.entries(commands).map(([text, run]) => {
  const words = text.split(' ');
  return {
    lead: words.filter((word) => !word.startsWith('<')),
    value: words.find((word) => word.startsWith('<')),
    run,
  };
});
const unprivileged = [
  'enable',
  'exit',
  'logout',
  'quit',
  'show version',
  'show clock',
  'terminal pager',
  'no terminal pager',
];

/** Executes one EXEC command, or says where it stops making sense. */
export const execute = (caller: Caller, typed: string, privileged: boolean): AsaReply | Miss => {
  const words = typed.trim().split(/\s+/);
  const known = privileged ? forms : forms.filter(({ lead }) => unprivileged.includes(lead.join(' ')));
  const expanded = expand(
    known.map(({ lead, value }) => ({ words: lead, open: value !== undefined })),
    words,
  );
  if (expanded.ambiguous !== undefined) return { miss: 'ambiguous', at: expanded.ambiguous };
  let furthest: Miss = { miss: 'invalid', at: 0 };
  for (const { lead, value, run } of known) {
    const wrong = lead.findIndex((word, i) => expanded.words[i]?.toLowerCase() !== word);
    const given = expanded.words.slice(lead.length);
    const at = wrong === -1 ? lead.length : wrong;
    if (wrong === -1 && (value === undefined ? given.length === 0 : given.length === 1))
      if (value !== '<n>' || /^\d+$/.test(given[0]!)) return run(caller, given[0] ?? '');
    if (at > furthest.at) furthest = { miss: at < words.length ? 'invalid' : 'incomplete', at };
  }
  return furthest;
};
