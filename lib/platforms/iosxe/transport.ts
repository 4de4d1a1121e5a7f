import { sameJson } from '../../kernel/json';
import { problem, ProblemError, problemsOf, type Problem } from '../../kernel/problem';
import type { CliStep } from '../../desired/cli/dialect';
import type { Section } from '../../desired/cli/section';
import type { TargetSettings } from '../../model/targets';
import { holdsSecretMarker } from '../../model/secret';
import { sendFile } from '../../wire/scp';
import { openShell, type SshOptions } from '../../wire/ssh';
import type { Observation, Outcome, Ports, Push, Session, TunnelState } from '../platform';
import { armed, look, sessionsIn, type Look } from './look';
import { pkiOf } from './pki';
import { openConsole, type Console } from './console';
import { flashOf } from './flash';
import { reloadTimer, revertTimer, scheduled, type Guard } from './rollback';
import { push } from './push';
import { untypable } from './untypable';

type Settings = TargetSettings<'iosxe'>;
type Target = { readonly id: string; readonly settings: Settings };

const sshOptions = async ({ id, settings }: Target, ports: Ports): Promise<SshOptions> => {
  const { login, trust } = settings;
  const value = async (ref: Parameters<Ports['value']>[0] | undefined) =>
    ref === undefined ? undefined : ports.value(ref);
  const [username, password, privateKey, passphrase] = [
    await ports.value(login.username),
    await value(login.password),
    await value(login.privateKey),
    await value(login.passphrase),
  ];
  return {
    target: id,
    host: settings.host,
    port: settings.port,
    username,
    timeoutMs: settings.timeoutSeconds * 1000,
    ...(password === undefined ? {} : { password }),
    ...(privateKey === undefined ? {} : { privateKey }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(trust.fingerprint === undefined ? {} : { fingerprint: trust.fingerprint }),
    ...(trust.file === undefined ? {} : { knownHosts: trust.file }),
    ...(trust.insecure ? { insecure: true } : {}),
  };
};

/** A logged-in console with paging off. */
const logIn = async (target: Target, ports: Ports): Promise<Console> => {
  const { enable: ref } = target.settings.login;
  const enable = ref === undefined ? undefined : await ports.value(ref);
  const options = await sshOptions(target, ports);
  const shell = await openShell(options);
  try {
    const { target: id, timeoutMs } = options;
    const console = await openConsole(shell, { target: id, timeoutMs, ...(enable === undefined ? {} : { enable }) });
    await console.send(['terminal length 0', 'terminal width 0']);
    return console;
  } catch (error) {
    shell.close();
    throw error;
  }
};

const ask = async (console: Console, line: string): Promise<string> => (await console.send([line]))[0]!.output;

const save = async (console: Console): Promise<string | undefined> => {
  for (let attempt = 0; ; attempt++) {
    const { output } = await console.dialogue('write memory', [{ prompt: /\[confirm\] ?$/, answer: '' }]);
    if (/\[OK\]/.test(output)) return undefined;
    if (attempt === 2 || !/busy/i.test(output)) return output || 'no [OK]';
  }
};

export const connect = async (target: Target, ports: Ports): Promise<Session<Section, CliStep>> => {
  const console = await logIn(target, ports);
  const flash = flashOf(async (at, text) => sendFile(await sshOptions(target, ports), at, text));
  let last: Look | undefined;

  const observe = async (scope: readonly Section[]): Promise<Observation<Section>> => {
    last = await look(console, target, ports, scope);
    return last.observation;
  };

  const settle = async (ours: boolean): Promise<void> => {
    const [timer, reload] = (await console.send(['show archive config rollback timer', 'show reload'])).map(
      (a) => a.output,
    );
    if (ours && scheduled(reload!)) {
      ports.progress('cancelling the reload that an interrupted run armed');
      await console.send(['reload cancel']);
    }
    if (!armed(timer!)) return;
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
      .flatMap((change) => change.undo.flatMap(({ lines, file }) => (file === undefined ? lines : [])))
      .map(ports.secrets.reveal)
      .filter((line) => !holdsSecretMarker(line));
    const before = last?.observation.live;
    await guard.revert(via, undo);
    await flash.restore(via);
    const { observation } = await look(via, target, ports, request.scope);
    const same = request.scope.every((section) =>
      sameJson(before?.get(section.header), observation.live.get(section.header)),
    );
    if (!same) return { state: 'unknown', problems, notes: [`the device is not as it was yet; ${guard.what}`] };
    await guard.disarm(via);
    return { state: 'reverted', problems, notes: [] };
  };

  /** The session is gone: a new one takes the change back, where there is one; else the device does so by itself. */
  const takeBackAnew = async (
    guard: Guard,
    request: Push<Section, CliStep>,
    problems: readonly Problem[],
  ): Promise<Outcome> => {
    try {
      const second = await logIn(target, ports);
      try {
        return await takeBack(guard, second, request, problems);
      } finally {
        second.close();
      }
    } catch {
      return { state: 'unknown', problems, notes: [`the change is not confirmed: ${guard.what}`] };
    }
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
      await flash.release(second);
      return await saved(second);
    } finally {
      second.close();
    }
  };

  const saved = async (via: Console): Promise<Outcome> => {
    ports.progress('saving');
    const words = await save(via).catch((error: unknown) => problemsOf(error, target.id)[0]!.message);
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
    return { state: 'applied', problems: [], notes: [] };
  };

  const holding = (header: string): boolean => last?.observation.live.get(header)?.holds !== undefined;

  const apply = async (request: Push<Section, CliStep>): Promise<Outcome> => {
    if (request.changes.every((change) => change.steps.length === 0)) return saved(console);
    const broken = untypable(request.changes, ports);
    if (broken.length > 0) return { state: 'reverted', problems: broken, notes: [] };
    const minutes = target.settings.revertMinutes;
    const guard = last?.hasArchive ? revertTimer(minutes) : reloadTimer(minutes);
    ports.progress(`arming: ${guard.what}`);
    const words = await guard.arm(console);
    if (words !== undefined)
      return {
        state: 'reverted',
        problems: [
          problem('device.arm', target.id, `nothing was changed: the device does not arm the rollback: ${words}`),
        ],
        notes: [],
      };
    try {
      ports.progress('typing the change');
      const { refused, lost } = await push(target.id, console, request.changes, ports, holding, flash);
      if (lost.length > 0) return await takeBackAnew(guard, request, refused.length > 0 ? refused : lost);
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
    const sessions = sessionsIn(await ask(console, 'show crypto session'));
    return ours.map(
      (name) => sessions.find((session) => session.name === name) ?? { name, up: false, detail: 'no session' },
    );
  };

  const close = async (): Promise<void> => console.close();
  return { settle, observe, apply, tunnels, ...pkiOf(console, ports, () => save(console)), close };
};
