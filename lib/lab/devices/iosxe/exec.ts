import { expand } from '../../../desired/cli/abbreviate';
import type { Device } from './types';
import { configFileCommands } from './config-files';
import { fileCommands } from './flash';
import { reloadDialogue } from './reload';
import type { Miss, Reply } from '../../terminal/reply';
import { shows } from './show';
import { piped } from '../../terminal/pipe';

interface Caller {
  readonly device: Device;
  readonly user: string;
  readonly privileged: boolean;
}
type Run = (caller: Caller, values: readonly string[], words: readonly string[]) => Reply;

const enteringConfig = 'Enter configuration commands, one per line.  End with CNTL/Z.';
const nothingPending = '%No Rollback Confirmed Change pending';
const said = (text: string): Reply => ({ text });

const save: Run = ({ device }) => {
  device.save();
  return said('Building configuration...\n[OK]');
};

const armed: Run = ({ device, user }, [minutes]) => {
  const path = device.archivePath();
  if (path === undefined) return said('%Please turn config archive on before using Rollback Confirmed Change');
  const pending = device.rollback();
  if (pending) return said(`%Rollback Confirmed Change session already active, owned by ${pending.user}`);
  device.arm(user, Number(minutes));
  const file = `${path}-${device.clock.now().toISOString().slice(0, 19).replace(/[:T]/g, '-')}-0`;
  const backup = `Rollback Confirmed Change: Backing up current running config to ${file}`;
  return { text: `${backup}\n\n${enteringConfig}`, move: 'config' };
};

const whilePending =
  (act: (device: Device, values: readonly string[]) => void): Run =>
  ({ device }, values) => {
    if (device.rollback() === undefined) return said(nothingPending);
    act(device, values);
    return {};
  };

const saved: Run = (caller) => ({
  ask: {
    prompt: 'Destination filename [startup-config]? ',
    answer: () => save(caller, [], []),
  },
});

/** Who asks is logged in himself. */
const users: Run = ({ user }) =>
  said(
    [
      '    Line       User       Host(s)              Idle       Location',
      `*  2 vty 0     ${user.padEnd(10)} idle                 00:00:00 127.0.0.1`,
    ].join('\n'),
  );

/** In user EXEC only these and some shows are known. */
const unprivileged = ['enable', 'exit', 'logout', 'quit', 'terminal', 'show version', 'show clock', 'show inventory'];

const commands: Readonly<Record<string, Run>> = {
  ...Object.fromEntries(
    Object.entries(shows).map(([words, show]): [string, Run] => [
      words,
      ({ device }, _values, typed) => said(show(device, typed)),
    ]),
  ),
  'show users': users,
  'configure terminal': () => ({ text: enteringConfig, move: 'config' }),
  'configure terminal revert timer <n>': armed,
  'configure confirm': whilePending((device) => device.confirm()),
  'configure revert now': ({ device }) => {
    if (device.rollback() === undefined) return said(nothingPending);
    device.revert();
    return said('Total number of passes: 1\nRollback Done\n');
  },
  'configure revert timer <n>': whilePending((device, [minutes]) => device.extend(Number(minutes))),
  'copy running-config startup-config': saved,
  write: save,
  'write memory': save,
  'reload in <n>': ({ device, user }, [minutes]) => reloadDialogue(device, user, Number(minutes)),
  reload: ({ device, user }) => reloadDialogue(device, user, undefined),
  'reload cancel': ({ device }) => {
    if (device.reloading() === undefined) return said('%No scheduled reload');
    device.cancelReload();
    return said('\n\n***\n*** --- SHUTDOWN ABORTED ---\n***');
  },
  enable: () => ({ move: 'enable' }),
  disable: () => ({ move: 'disable' }),
  exit: () => ({ move: 'logout' }),
  logout: () => ({ move: 'logout' }),
  quit: () => ({ move: 'logout' }),
  'terminal length <n>': (_caller, [lines]) => ({ page: Number(lines) }),
  'terminal width <n>': () => ({}),
  'terminal monitor': () => ({}),
  'terminal no monitor': () => ({}),
  ...fileCommands,
  ...configFileCommands,
  'clear crypto session': () => ({}),
  'clear crypto session <rest>': () => ({}),
  'clear crypto ikev2 sa': () => ({}),
  'clear crypto ikev2 sa <rest>': () => ({}),
  'clear crypto sa': () => ({}),
  'ping <rest>': (_caller, [host]) =>
    said(
      `Type escape sequence to abort.\nSending 5, 100-byte ICMP Echos to ${host?.split(' ')[0]}, timeout is 2 seconds:\n!!!!!\nSuccess rate is 100 percent (5/5), round-trip min/avg/max = 1/1/2 ms`,
    ),
};

const forms = Object.entries(commands).map(([text, run]) => {
  const words = text.split(' ');
  const lead = words.filter((word) => !word.startsWith('<'));
  return { lead, value: words.find((word) => word.startsWith('<')), run };
});

const isOpen = (lead: readonly string[]): boolean =>
  unprivileged.some((text) => lead.join(' ') === text || lead.join(' ').startsWith(`${text} `));

/** Executes one EXEC command, or says where it stops making sense. */
export const execute = (caller: Caller, typed: string): Reply | Miss => {
  const [command = '', ...filters] = typed.split(/\s\|\s/);
  const words = command.trim().split(/\s+/);
  const known = caller.privileged ? forms : forms.filter((form) => isOpen(form.lead));
  const expanded = expand(
    known.map((form) => ({ words: form.lead, open: form.value !== undefined })),
    words,
  );
  if (expanded.ambiguous !== undefined) return { miss: 'ambiguous', at: expanded.ambiguous };
  let furthest: Miss = { miss: 'invalid', at: 0 };
  const note = (miss: Miss): void => {
    if (miss.at > furthest.at) furthest = miss;
  };
  for (const form of known) {
    const wrong = form.lead.findIndex((word, i) => expanded.words[i]?.toLowerCase() !== word);
    const given = expanded.words.slice(form.lead.length);
    if (wrong !== -1) note({ miss: wrong < words.length ? 'invalid' : 'incomplete', at: wrong });
    else if (form.value === undefined && given.length > 0) note({ miss: 'invalid', at: form.lead.length });
    else if (form.value !== undefined && given.length === 0) note({ miss: 'incomplete', at: form.lead.length });
    else if (form.value === '<n>' && !/^\d+$/.test(given[0]!)) note({ miss: 'invalid', at: form.lead.length });
    else if (form.value === '<n>' && given.length > 1) note({ miss: 'invalid', at: form.lead.length + 1 });
    else {
      const reply = form.run(caller, form.value === '<rest>' ? [given.join(' ')] : given, expanded.words);
      return filtered(reply, filters.join(' | '));
    }
  }
  return furthest;
};

const filtered = (reply: Reply, filter: string): Reply | Miss => {
  if (filter === '' || reply.text === undefined) return reply;
  const text = piped(reply.text, filter);
  return text === undefined ? { miss: 'invalid', at: 0 } : { ...reply, text };
};
