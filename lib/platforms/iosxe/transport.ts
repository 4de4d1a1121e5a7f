import { problem, ProblemError } from '../../kernel/problem';
import type { CliStep } from '../../desired/cli/step';
import type { Section } from '../../desired/cli/section';
import type { TargetSettings } from '../../model/targets';
import type { Console } from '../../wire/console';
import { sendFile } from '../../wire/scp';
import type { Manners } from '../../wire/typing';
import { CliSession } from '../../engine/cli/session';
import { PkiOperations } from '../../engine/pki';
import type { Ports, Session } from '../../contract/session';
import { otherUser } from '../../engine/cli/guard';
import { sshOptions } from '../../engine/cli/login';
import { mark, type Mark } from '../../contract/identity';
import { flashOf } from './flash';
import { armed, look, read } from './observe';
import { pki } from './pki';
import { reloadTimer, revertTimer, scheduled } from './rollback';
import { tunnelsOf } from './tunnels';

type Target = { readonly id: string; readonly settings: TargetSettings<'iosxe'> };

/** Removing a trustpoint that is enrolled asks, and so does removing a user. */
const manners: Manners = {
  asks: /^no (crypto pki trustpoint|username) /,
  foreseen: /^% ?(Removing an enrolled trustpoint|Be sure to ask the CA administrator).*$/gim,
};

const ask = async (console: Console, line: string): Promise<string> => (await console.send([line]))[0]!.output;

/** `show version` names the board of the active unit; a stack of switches names each of its members besides. */
export const serials = (version: string): readonly Mark[] =>
  mark(
    'serial number',
    'proof',
    ...[...version.matchAll(/^(?:Processor board ID|System Serial Number\s*:)\s*(\S+)/gim)].map((found) => found[1]),
  );

/** A timer that an interrupted run of ours armed is let go; what another user armed is left to them. */
const settle = async (target: Target, ports: Ports, console: Console, ours: boolean): Promise<void> => {
  const [timer, reload] = (await console.send(['show archive config rollback timer', 'show reload'])).map(
    (a) => a.output,
  );
  const username = await ports.value(target.settings.login.username);
  if (ours && scheduled(reload!) && otherUser(reload!, username) === undefined) {
    ports.progress('cancelling the reload that an interrupted run armed');
    await console.send(['reload cancel']);
  }
  if (!armed(timer!)) return;
  const other = otherUser(timer!, username);
  if (!ours || other !== undefined)
    throw new ProblemError([
      problem(
        'device.rollback-pending',
        target.id,
        `another user${other === undefined ? '' : ` (${other})`} has a change waiting for \`configure confirm\``,
        'wait until it is confirmed or taken back, then run again',
      ),
    ]);
  ports.progress('taking back the unconfirmed change of an interrupted run');
  await revertTimer(target.settings.revertMinutes).revert(console, []);
};

export const connect = (target: Target, ports: Ports): Promise<Session<Section, CliStep>> => {
  const minutes = target.settings.revertMinutes;
  return CliSession.open(
    {
      target,
      prepare: ['terminal length 0', 'terminal width 0'],
      marks: async (via) => serials(await ask(via, 'show version')),
      manners,
      files: flashOf(async (at, text) => sendFile(await sshOptions(target, ports), at, text)),
      look: (via, scope) => look(via, target, ports, scope),
      read: (via) => read(via, target),
      guard: (last) => (last?.hasArchive ? revertTimer(minutes) : reloadTimer(minutes)),
      settle: (via, ours) => settle(target, ports, via, ours),
      tunnels: tunnelsOf,
      operations: (via) => new PkiOperations(via, pki, ports),
    },
    ports,
  );
};
