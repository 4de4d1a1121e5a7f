import type { ProblemError } from '../../../lib/kernel/problem';
import { problem, type Problem } from '../../../lib/kernel/problem';
import { openConsole } from '../../../lib/wire/console';
import { readerOf } from '../../../lib/wire/reader';
import type { Shell } from '../../../lib/wire/ssh';

/** A shell that answers each line by the given function, in as many pieces as asked. */
const fakeShell = (greeting: string, answer: (line: string) => string, pieces = 1) => {
  const written: string[] = [];
  let hear: (text: string) => void = () => undefined;
  let gone: (error: Problem) => void = () => undefined;
  let closed = false;
  const say = (text: string): void => {
    const size = Math.max(1, Math.ceil(text.length / pieces));
    for (let at = 0; at < text.length; at += size) {
      const part = text.slice(at, at + size);
      queueMicrotask(() => hear(part));
    }
  };
  const shell: Shell = {
    hostKey: 'SHA256:shown',
    write: (text) => {
      written.push(text);
      say(text.split('\n').slice(0, -1).map(answer).join(''));
    },
    listen: (data, end) => {
      [hear, gone] = [data, end];
      say(greeting);
    },
    close: () => {
      closed = true;
    },
  };
  return { shell, written, say, lose: (p: Problem) => gone(p), isClosed: () => closed };
};
const echo =
  (prompt: string, output: Readonly<Record<string, string>> = {}) =>
  (line: string): string =>
    `${line}\r\n${output[line] === undefined ? '' : `${output[line]}\r\n`}${prompt}`;
const open = (shell: Shell, enable?: string) =>
  openConsole(shell, { target: 'edge', timeoutMs: 200, ...(enable === undefined ? {} : { enable }) });
const problems = (run: Promise<unknown>): Promise<readonly Problem[]> =>
  run.then(
    () => [],
    (error: ProblemError) => error.problems,
  );

test.each([1, 2, 7, 50])('each answer belongs to its line, in a stream of %d pieces', async (pieces) => {
  const { shell, written } = fakeShell(
    '\r\nedge#',
    echo('edge#', { b: 'one\r\ntwo', c: "% Invalid input detected at '^' marker." }),
    pieces,
  );
  const console = await open(shell);
  expect(console.hostname).toBe('edge');
  expect(await console.send(['a', 'b', 'c'])).toEqual([
    { line: 'a', output: '', mode: '' },
    { line: 'b', output: 'one\ntwo', mode: '' },
    { line: 'c', output: "% Invalid input detected at '^' marker.", mode: '' },
  ]);
  expect(written).toEqual(['a\nb\nc\n']);
});
test.each([1, 5])('a prompt that is printed once more is not an answer, in a stream of %d pieces', async (pieces) => {
  const log = '%SYS-5-CONFIG_I: Configured from console by ops on vty1';
  const redrawn =
    (before: string) =>
    (line: string): string =>
      `${before.slice(0, line.length - 1)}\r\n${log}\r\nedge#${echo('edge#', { ab: 'one', cd: '% Bad mask' })(line)}`;
  for (const before of ['', 'a']) {
    const { shell } = fakeShell('\r\nedge#', redrawn(before), pieces);
    const console = await open(shell);
    const lines = before === '' ? ['ab', 'cd', 'ef'] : ['ab'];
    expect((await console.send(lines)).map(({ output }) => output)).toEqual(
      ['one', '% Bad mask', ''].slice(0, lines.length),
    );
  }
});
test('a banner before the first prompt is passed over, also one that looks like a prompt', async () => {
  const { shell } = fakeShell(
    '\r\n*** Keep out! ***\r\nC# is not a prompt\r\nuse enable > here\r\n\r\nedge#',
    echo('edge#'),
  );
  expect((await open(shell)).hostname).toBe('edge');
});
test('a log line in the middle of an answer is part of it and ends no answer', async () => {
  const log = '*Mar  1 00:00:00.000: %SYS-5-CONFIG_I: Configured from console by lab on vty0 (192.0.2.9)';
  const { shell } = fakeShell('edge#', echo('edge#', { show: `one\r\n${log}\r\ntwo` }));
  const console = await open(shell);
  expect((await console.send(['show', 'next'])).map((a) => a.output)).toEqual([`one\n${log}\ntwo`, '']);
});
test('a line of output that holds the prompt inside ends no answer', async () => {
  const { shell } = fakeShell('edge#', echo('edge#', { show: 'banner says edge# here\r\n edge#' }));
  const console = await open(shell);
  expect((await console.send(['show']))[0]!.output).toBe('banner says edge# here\n edge#');
});
test.each([
  'config',
  'config-ikev2-proposal',
  'config-ikev2-policy',
  'config-ikev2-keyring',
  'config-ikev2-keyring-peer',
  'config-ikev2-profile',
  'cfg-crypto-trans',
  'ipsec-profile',
  'ca-trustpoint',
  'ca-certificate-map',
  'config-if',
  'config-archive',
])('the prompt of the mode %s is known', async (mode) => {
  const { shell } = fakeShell('edge#', echo(`edge(${mode})#`));
  const console = await open(shell);
  expect((await console.send(['x']))[0]!.mode).toBe(mode);
});
test('a long host name is cut to 20 characters in configuration mode', async () => {
  const host = 'a-very-long-router-name-of-mumbai';
  const { shell } = fakeShell(`${host}#`, (line) =>
    line === 'end' ? echo(`${host}#`)(line) : echo(`${host.slice(0, 20)}(config)#`)(line),
  );
  const console = await open(shell);
  expect((await console.send(['configure terminal', 'end'])).map((a) => a.mode)).toEqual(['config', '']);
});
test('a host name that changes within the lines does not lose the answers behind it', async () => {
  let name = 'edge';
  const { shell } = fakeShell('edge#', (line) => {
    if (line.startsWith('hostname ')) name = line.split(' ')[1]!;
    return echo(`${name}(config)#`)(line);
  });
  const console = await open(shell);
  expect((await console.send(['a', 'hostname core', 'b', 'c'])).map((a) => [a.line, a.mode])).toEqual([
    ['a', 'config'],
    ['hostname core', 'config'],
    ['b', 'config'],
    ['c', 'config'],
  ]);
  expect((await console.send(['d']))[0]!.mode).toBe('config');
});
test('escape sequences and bells are not text', async () => {
  const { shell } = fakeShell('\x1b[0medge#', echo('\x07edge#', { show: '\x1b[1mbold\x1b[0m' }));
  const console = await open(shell);
  expect((await console.send(['show']))[0]!.output).toBe('bold');
});
test('a question mark is meant, and not a call for help', async () => {
  const { shell, written } = fakeShell('edge#', echo('edge#'));
  const console = await open(shell);
  await console.send(['enrollment url http://ca/?x']);
  expect(written).toEqual(['enrollment url http://ca/\x16?x\n']);
});

describe('a login that ends in user mode', () => {
  const login = (secret: string) => {
    let state: 'user' | 'asked' | 'on' = 'user';
    return fakeShell('edge>', (line) => {
      if (state === 'asked') {
        state = line === secret ? 'on' : 'user';
        return state === 'on' ? '\r\nedge#' : '\r\n% Bad secrets\r\n\r\nedge>';
      }
      if (line === 'enable') {
        state = 'asked';
        return 'enable\r\nPassword: ';
      }
      return echo('edge#')(line);
    });
  };
  test('goes on with the enable secret', async () => {
    const { shell } = login('right');
    const console = await open(shell, 'right');
    expect((await console.send(['x']))[0]!.output).toBe('');
  });
  test('is refused without one, and says what to declare', async () => {
    expect(await problems(open(login('right').shell))).toEqual([
      {
        code: 'ssh.enable',
        path: 'edge',
        message: 'the login ends in user mode (>), and no enable secret is declared',
        hint: "write enable in the login: Login.fromEnv('EDGE', { enable: true })",
      },
    ]);
  });
  test('is refused with a wrong one, and never says which', async () => {
    const [found, ...more] = await problems(open(login('right').shell, 'wrong'));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'ssh.enable', message: 'the device refuses the enable secret' });
    expect(JSON.stringify(found)).not.toContain('wrong');
  });
});

describe('a dialogue', () => {
  test('answers what is asked and returns to the prompt', async () => {
    const { shell, written } = fakeShell('edge#', (line) =>
      line === 'reload in 5' ? 'reload in 5\r\nProceed with reload? [confirm]' : `\r\ndone\r\nedge#`,
    );
    const console = await open(shell);
    const answer = await console.dialogue('reload in 5', [{ prompt: /\[confirm\] ?$/, answer: '' }]);
    expect(answer.output).toContain('done');
    expect(written).toEqual(['reload in 5\n', '\n']);
  });
  test('that asks nothing is an answer', async () => {
    const { shell } = fakeShell('edge#', echo('edge#', { 'write memory': 'Building configuration...\r\n[OK]' }));
    const console = await open(shell);
    expect((await console.dialogue('write memory', [{ prompt: /\[confirm\]$/, answer: '' }])).output).toBe(
      'Building configuration...\n[OK]',
    );
  });
});

test('a device that does not answer is a problem that names the line', async () => {
  const { shell } = fakeShell('edge#', (line) => (line === 'hang' ? '' : echo('edge#')(line)));
  const console = await open(shell);
  expect(await problems(console.send(['hang']))).toEqual([
    {
      code: 'ssh.timeout',
      path: 'edge',
      message: 'no answer within 0.2 s to: hang',
      hint: 'look at the device; what was typed may still take effect. If it needs longer, raise timeoutSeconds of the target',
    },
  ]);
});
test('a device that goes on talking has no more time than one that is silent', async () => {
  const { shell, say } = fakeShell('edge#', () => 'slow\r\n');
  const console = await open(shell);
  const talk = setInterval(() => say('.'), 20);
  const [late] = await problems(console.send(['slow']));
  clearInterval(talk);
  expect(late!.message).toMatch(
    /^no answer within 0\.2 s to: slow\. The device says: "\.+" \(\d+ characters came, and no prompt\)$/,
  );
});
test('each answer of a burst has the whole time', async () => {
  const { shell, say } = fakeShell('edge#', () => '');
  const console = await open(shell);
  const lines = ['a', 'b', 'c', 'd'];
  const answers = console.send(lines);
  // An answer is known to be whole when the echo of the next line stands behind it.
  for (const line of lines) {
    await new Promise((resolve) => setTimeout(resolve, 70));
    say(echo('edge#')(line));
  }
  expect((await answers).map(({ line }) => line)).toEqual(lines);
});
test('a connection that is lost is the problem it says', async () => {
  const fake = fakeShell('edge#', () => '');
  const console = await open(fake.shell);
  const answer = problems(console.send(['x']));
  const lost = problem('ssh.lost', 'edge', 'closed by the device');
  fake.lose(lost);
  expect(await answer).toEqual([lost]);
  console.close();
  expect(fake.isClosed()).toBe(true);
});

/** Works so long that no timer fires and nothing is read. */
const keepBusy = (ms: number): void => {
  for (const until = Date.now() + ms; Date.now() < until;);
};

describe('a process that is busy with other devices', () => {
  const silence: Problem = problem('test', 'edge', 'took it for silence');

  test('looks at what came before it takes a pause for silence, after a slow look', async () => {
    const { shell, say } = fakeShell('edge', echo('edge#'));
    const reader = readerOf(shell, { target: 'edge', timeoutMs: 400 });
    let looks = 0;
    const found = reader.until<string>(
      { what: 'a prompt', typed: [] },
      (text) => {
        // The look lasted 100 ms: the next one is to wait for 400, longer than silence is let pass.
        if (looks++ === 0) keepBusy(100);
        return text.endsWith('#') ? { value: text, used: text.length } : undefined;
      },
      (text) => (text.endsWith('#') ? silence : undefined),
    );
    setTimeout(() => say('#'), 10);
    expect(await found).toBe('edge#');
  });

  test.each(['silent', 'too late'])('reads what came meanwhile before the device counts as %s', async (counts) => {
    const { shell } = fakeShell('', echo('edge#'));
    let hear: (text: string) => void = () => undefined;
    const timeoutMs = counts === 'silent' ? 400 : 100;
    const reader = readerOf({ ...shell, listen: (data) => (hear = data) }, { target: 'edge', timeoutMs });
    const found = reader.until<string>(
      { what: 'a prompt', typed: [] },
      (text) => (text.endsWith('#') ? { value: text, used: text.length } : undefined),
      () => (counts === 'silent' ? silence : undefined),
    );
    setImmediate(() => {
      // As a socket that is readable: it is read after the timers that are due.
      setImmediate(() => hear('edge#'));
      keepBusy(250);
    });
    expect(await found).toBe('edge#');
  });
});
