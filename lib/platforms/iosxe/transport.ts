import { sameJson } from '../../kernel/json';
import { problem, ProblemError, problemsOf, type Problem } from '../../kernel/problem';
import type { CliStep } from '../../desired/cli/dialect';
import type { Section } from '../../desired/cli/section';
import type { TargetSettings } from '../../model/targets';
import { holdsSecretMarker } from '../../model/secret';
import { openShell } from '../../wire/ssh';
import type { Observation, Outcome, Ports, Push, Session, TunnelState } from '../platform';
import { openConsole, type Console } from './console';
import { reloadTimer, revertTimer, type Guard } from './rollback';
import { refusal } from './device-words';
import { configurationOf, normalize } from './normalize';

type Settings = TargetSettings<'iosxe'>;
type Target = { readonly id: string; readonly settings: Settings };

/** A logged-in console with paging off. */
const logIn = async ({ id, settings }: Target, ports: Ports): Promise<Console> => {
  const { login, trust } = settings;
  const value = async (ref: Parameters<Ports['value']>[0] | undefined) =>
    ref === undefined ? undefined : ports.value(ref);
  const [username, password, privateKey, passphrase, enable] = [
    await ports.value(login.username),
    await value(login.password),
    await value(login.privateKey),
    await value(login.passphrase),
    await value(login.enable),
  ];
  const timeoutMs = settings.timeoutSeconds * 1000;
  const shell = await openShell({
    target: id,
    host: settings.host,
    port: settings.port,
    username,
    timeoutMs,
    ...(password === undefined ? {} : { password }),
    ...(privateKey === undefined ? {} : { privateKey }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(trust.fingerprint === undefined ? {} : { fingerprint: trust.fingerprint }),
    ...(trust.file === undefined ? {} : { knownHosts: trust.file }),
    ...(trust.insecure ? { insecure: true } : {}),
  });
  try {
    const console = await openConsole(shell, { target: id, timeoutMs, ...(enable === undefined ? {} : { enable }) });
    await console.send(['terminal length 0', 'terminal width 0']);
    return console;
  } catch (error) {
    shell.close();
    throw error;
  }
};

const ask = async (console: Console, line: string): Promise<string> => (await console.send([line]))[0]!.output;

/** What `show archive config rollback timer` says. */
const armed = (output: string): boolean =>
  /timer|pending/i.test(output) &&
  !/no rollback confirmed change pending/i.test(output) &&
  refusal(output) === undefined;

interface Look {
  readonly observation: Observation<Section>;
  readonly hasArchive: boolean;
}

const look = async (console: Console, target: Target, ports: Ports, scope: readonly Section[]): Promise<Look> => {
  const [running, timer] = (await console.send(['show running-config', 'show archive config rollback timer'])).map(
    (a) => a.output,
  );
  const wanted = new Map(scope.map((section) => [section.header, section]));
  const live = normalize(configurationOf(running!, target.id), ports.secrets, (header) => wanted.get(header));
  const hasArchive = live.get('archive')?.entries.some((entry) => entry.slot === 'path') ?? false;
  const warnings = [
    ...(hasArchive
      ? []
      : [
          "no archive is configured, so the device cannot take a change back by itself; `reload in` is armed instead. Declare new ConfigArchive(router, 'archive', { path: 'bootflash:' })",
        ]),
    ...(armed(timer!)
      ? ['a change is waiting for `configure confirm` on the device: what is shown here may be taken back']
      : []),
    ...(target.settings.trust.insecure ? ['the host key is NOT verified (trust: insecure)'] : []),
  ];
  return { observation: { live, unfinished: [], warnings }, hasArchive };
};

const save = async (console: Console): Promise<string | undefined> => {
  for (let attempt = 0; ; attempt++) {
    const { output } = await console.dialogue('write memory', [{ prompt: /\[confirm\] ?$/, answer: '' }]);
    if (/\[OK\]/.test(output)) return undefined;
    if (attempt === 2 || !/busy/i.test(output)) return output || 'no [OK]';
  }
};

/** A terminal takes a question mark for a call for help, and a blank for the end of the word. */
const unfit = (line: string, typed: string): boolean =>
  typed.split(' ').length !== line.split(' ').length || [...typed].some((c) => c === '?' || c < ' ' || c === '\u007f');

/** Types all lines in one go; what was refused is named with its construct. */
const push = async (
  console: Console,
  changes: Push<Section, CliStep>['changes'],
  ports: Ports,
): Promise<readonly Problem[]> => {
  const typed = changes.flatMap((change) =>
    change.steps.flatMap((step) => step.lines.map((line) => ({ line, path: change.path }))),
  );
  const lines = typed.map(({ line }) => ports.secrets.reveal(line));
  const untypable = typed.filter(({ line }, i) => line !== lines[i] && unfit(line, lines[i]!));
  if (untypable.length > 0)
    return untypable.map(({ line, path }) =>
      problem(
        'secret.untypable',
        path,
        `the secret of \`${line.trim()}\` holds a blank, a question mark or a control character, which a command line does not take`,
        'use another key',
      ),
    );
  const answers = await console.send([...lines, 'end']);
  return typed.flatMap(({ line, path }, i) => {
    const words = refusal(answers[i]!.output);
    return words === undefined
      ? []
      : [problem('device.refused', path, `the device refuses \`${line.trim()}\`: ${words}`)];
  });
};

/** What would be more than one line when it is typed: a secret of several lines would run as commands. */
const brokenLines = (changes: Push<Section, CliStep>['changes'], ports: Ports): readonly Problem[] =>
  changes.flatMap((change) =>
    change.steps
      .flatMap((step) => step.lines)
      .filter((line) => /[\r\n]/.test(ports.secrets.reveal(line)))
      .map((line) =>
        problem(
          'secret.line-break',
          change.path,
          `nothing was changed: the secret in \`${line.trim()}\` has more than one line`,
          'store it as one line where it is kept',
        ),
      ),
  );

export const connect = async (target: Target, ports: Ports): Promise<Session<Section, CliStep>> => {
  const console = await logIn(target, ports);
  let last: Look | undefined;

  const observe = async (scope: readonly Section[]): Promise<Observation<Section>> => {
    last = await look(console, target, ports, scope);
    return last.observation;
  };

  const settle = async (ours: boolean): Promise<void> => {
    if (!armed(await ask(console, 'show archive config rollback timer'))) return;
    if (!ours)
      throw new ProblemError([
        problem(
          'device.rollback-pending',
          target.id,
          'somebody else has a change waiting for `configure confirm`',
          'wait until it is confirmed or taken back, then run again',
        ),
      ]);
    ports.progress('taking back the unconfirmed change of an interrupted run');
    await revertTimer(target.settings.revertMinutes).revert(console, []);
  };

  /** After a refused line or a failed check: back to what was, and look whether it is. */
  const takeBack = async (
    guard: Guard,
    via: Console,
    request: Push<Section, CliStep>,
    problems: readonly Problem[],
  ): Promise<Outcome> => {
    ports.progress('taking the change back');
    // A secret that is not known here cannot be typed back; its marker must never become one.
    const undo = [...request.changes]
      .reverse()
      .flatMap((change) => change.undo.flatMap((step) => step.lines))
      .map(ports.secrets.reveal)
      .filter((line) => !holdsSecretMarker(line));
    const before = last?.observation.live;
    await guard.revert(via, undo);
    const { observation } = await look(via, target, ports, request.scope);
    const same = request.scope.every((section) =>
      sameJson(before?.get(section.header), observation.live.get(section.header)),
    );
    if (!same) return { state: 'unknown', problems, notes: [`the device is not as it was yet; ${guard.what}`] };
    await guard.disarm(via);
    return { state: 'reverted', problems, notes: [] };
  };

  const confirmed = async (guard: Guard, request: Push<Section, CliStep>): Promise<Outcome> => {
    ports.progress('checking over a new session');
    const second = await logIn(target, ports);
    try {
      const seen = await look(second, target, ports, request.scope);
      const lacking = request.check(seen.observation);
      if (lacking.length > 0) return await takeBack(guard, second, request, lacking);
      const kept = await guard.release(second);
      if (kept !== undefined)
        return {
          state: 'unknown',
          problems: [problem('device.confirm', target.id, `the device does not confirm the change: ${kept}`)],
          notes: [guard.what],
        };
      return await saved(second, request);
    } finally {
      second.close();
    }
  };

  const saved = async (via: Console, request: Push<Section, CliStep>): Promise<Outcome> => {
    ports.progress('saving');
    const words = await save(via);
    if (words !== undefined)
      return {
        state: 'failed',
        problems: [
          problem(
            'device.save',
            target.id,
            `the change is made and not saved: ${words}`,
            'run again: it saves what is left',
          ),
        ],
        notes: [],
      };
    for (const change of request.changes) await request.done(change.address);
    return { state: 'applied', problems: [], notes: [] };
  };

  const apply = async (request: Push<Section, CliStep>): Promise<Outcome> => {
    if (request.changes.every((change) => change.steps.length === 0)) return saved(console, request);
    const broken = brokenLines(request.changes, ports);
    if (broken.length > 0) return { state: 'failed', problems: broken, notes: [] };
    const minutes = target.settings.revertMinutes;
    const guard = last?.hasArchive ? revertTimer(minutes) : reloadTimer(minutes);
    ports.progress(`arming: ${guard.what}`);
    const words = await guard.arm(console);
    if (words !== undefined)
      return {
        state: 'failed',
        problems: [
          problem('device.arm', target.id, `nothing was changed: the device does not arm the rollback: ${words}`),
        ],
        notes: [],
      };
    try {
      ports.progress('typing the change');
      const refused = await push(console, request.changes, ports);
      if (refused.length > 0) return await takeBack(guard, console, request, refused);
      return await confirmed(guard, request);
    } catch (error) {
      return {
        state: 'unknown',
        problems: problemsOf(error, target.id),
        notes: [`the change is not confirmed: ${guard.what}`],
      };
    }
  };

  const tunnels = async (scope: readonly Section[]): Promise<readonly TunnelState[]> => {
    const ours = scope.flatMap((section) => /^interface (Tunnel\d+)$/.exec(section.header)?.[1] ?? []);
    if (ours.length === 0) return [];
    const blocks = (await ask(console, 'show crypto session')).split(/(?=^Interface: )/m);
    return ours.map((name) => {
      const block = blocks.find(
        (text) => text.startsWith(`Interface: ${name}\n`) || text.startsWith(`Interface: ${name} `),
      );
      const status = /^Session status: (\S+)/m.exec(block ?? '')?.[1] ?? 'no session';
      return { name, up: status.startsWith('UP-ACTIVE'), detail: status };
    });
  };

  const close = async (): Promise<void> => console.close();
  return { settle, observe, apply, tunnels, close };
};
