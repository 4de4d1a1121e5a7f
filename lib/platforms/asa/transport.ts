import type { CliStep } from '../../desired/cli/step';
import type { Section } from '../../desired/cli/section';
import { problem, ProblemError } from '../../kernel/problem';
import type { Live } from '../../desired/item';
import type { TargetSettings } from '../../model/targets';
import type { Console } from '../../wire/console';
import { refusal } from '../../wire/device-words';
import type { Manners } from '../../wire/typing';
import { otherUser } from '../../engine/cli/guard';
import { PkiOperations } from '../../engine/pki';
import { CliSession } from '../../engine/cli/session';
import { mark, type Mark } from '../../contract/identity';
import type { TunnelState } from '../../contract/observation';
import type { Ports, Session } from '../../contract/session';
import { byHand, reloadTimer, scheduled } from './guard';
import { look, read, tunnelsOf } from './observe';
import { pki } from './pki';

type Target = { readonly id: string; readonly settings: TargetSettings<'asa'> };

const prepare: readonly string[] = ['terminal pager 0'];

/** Removing a trustpoint asks whether its certificates may go. */
const manners: Manners = {
  asks: /^no crypto ca trustpoint /,
  foreseen: /^(WARNING: )?Removing an enrolled trustpoint.*$|^INFO: .*$|^ ?received from the related.*$/gim,
};

/**
 * The serial number of the unit that answers, and that of the other unit of its failover pair: either may answer at the
 * address of the pair. Not proven on a device: that `show failover` prints `Serial Number: Ours …, Mate …` on every
 * release; where it does not, only the unit that was seen is known.
 */
const serials = async (console: Console): Promise<readonly Mark[]> => {
  const [version, failover] = (await console.send(['show version', 'show failover'])).map(({ output }) => output);
  const own = /^Serial Number: *(\S+)/im.exec(version!)?.[1];
  const pair = /^\s*Serial Number: *Ours +([^\s,]+), *Mate +([^\s,]+)/im.exec(failover!);
  const mate = pair?.[2] === 'Unknown' ? undefined : pair?.[2];
  return own === undefined ? [] : mark('serial number', 'proof', own, mate);
};

const armsReload = ({ settings: { context, reloadMinutes } }: Target): boolean =>
  context === undefined && reloadMinutes !== 'none';

/** An armed reload of an interrupted run is let go: what it left half made is found by the look that follows. */
const settle = async (target: Target, ports: Ports, console: Console, ours: boolean): Promise<void> => {
  if (!armsReload(target) || !ours) return;
  const [reload] = await console.send(['show reload']);
  const username = await ports.value(target.settings.login.username);
  // Behind `enable` with a password of its own, every user is enable_15.
  if (!scheduled(reload!.output) || otherUser(reload!.output, username, 'enable_15') !== undefined) return;
  ports.progress('cancelling the reload that an interrupted run armed');
  await console.send(['reload cancel']);
};

const enterContext = async ({ id, settings: { context } }: Target, console: Console): Promise<void> => {
  if (context === undefined) return;
  const words = refusal(await console.relearn([`changeto context ${context}`, ...prepare]));
  if (words !== undefined)
    throw new ProblemError([
      problem('asa.context', id, `there is no way into the context ${context}: ${words}`, 'check context'),
    ]);
};

const tunnels = async (
  console: Console,
  scope: readonly Section[],
  live: Live<Section>,
): Promise<readonly TunnelState[]> => {
  const sections = scope.map((section) => live.get(section.header) ?? section);
  const [sas] = await console.send(['show crypto ikev2 sa']);
  const states = tunnelsOf(sections, sas!.output);
  if (states.every(({ up }) => up)) return states;
  const [logged] = await console.send(['show logging | include 750003']);
  return tunnelsOf(sections, sas!.output, logged!.output);
};

export const connect = (target: Target, ports: Ports): Promise<Session<Section, CliStep>> => {
  const { context, reloadMinutes } = target.settings;
  return CliSession.open(
    {
      target,
      prepare,
      enter: (via) => enterContext(target, via),
      marks: async (via) => [...(await serials(via)), ...mark('context', 'part', context)],
      manners,
      look: (via, scope) => look(via, target, ports, scope),
      read: (via) => read(via, target),
      guard: () => (armsReload(target) ? reloadTimer(Number(reloadMinutes)) : byHand),
      settle: (via, ours) => settle(target, ports, via, ours),
      tunnels,
      operations: (via) => new PkiOperations(via, pki, ports),
    },
    ports,
  );
};
