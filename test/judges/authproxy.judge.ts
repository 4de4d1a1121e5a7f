/** What we write for the Duo Authentication Proxy, by the rules of its own checker, read apart from lib and lab. */
import fc from 'fast-check';
import {
  DuoAdClient,
  DuoHttpProxy,
  DuoLdapServerAuto,
  DuoOnlyClient,
  DuoProxyMain,
  DuoRadiusClient,
  DuoRadiusServerAuto,
  DuoRadiusServerEap,
  Secret,
  type VpnStack,
} from 'tunnelwright';
import { iniDialect } from '../../lib/desired/ini/dialect';
import { edited } from '../../lib/desired/ini/edit';
import type { IniGrammar } from '../../lib/desired/ini/grammar';
import { writeSection, type IniSection } from '../../lib/desired/ini/section';
import type { NounOf } from '../../lib/model/nouns';
import { grammar } from '../../lib/platforms/duo-proxy/grammar';
import type { Manifest } from '../../lib/run/manifest';
import { Testing } from '../../testing';
import { duo as ruleExamples } from '../rules/duo';
import { scenario } from '../scenarios/022-duo-proxy/network';
import { duoProxyNouns, type DuoProxyKind } from '../support/arbitraries';
import { seed } from '../support/properties';
import { duoProxyHost } from '../support/scenario';
import { exampleNames, synthesised } from '../support/seed-examples';
import { judge } from './support/judge';
import { missingModules, python } from './support/python';

interface Objections {
  /** Within one section, and between sections. */
  readonly inside: readonly string[];
  readonly across: readonly string[];
}
const none: Objections = { inside: [], across: [] };
const check = (files: readonly string[]): Promise<readonly Objections[]> => python('check_authproxy.py', { files });

/** What a secret, or a value that another device makes, may be in the place where it stands. */
const known: Readonly<Record<string, string>> = {
  ikey: 'DIABCDEFGHIJKLMNOPQR',
  skey: 'Kx8vTq2LmZ0rWc5YbN7hJd3FsG9pQe1RuA4iOo6C',
  api_host: 'api-0123abcd.duosecurity.com',
};
const textOf = (sections: readonly IniSection[]): string =>
  edited(
    '',
    sections.flatMap((section) => iniDialect.steps(undefined, section)),
  ).replace(/^(\w+)=<.*>$/gm, (_line, key: string) => `${key}=${known[key] ?? 'Pm3;granite=harbor#7'}`);

const filesIn = (manifest: Pick<Manifest, 'targets'>): readonly string[] =>
  manifest.targets
    .filter(({ platform }) => platform === 'duo-proxy')
    .map(({ desired }) => textOf(desired.items.map(({ content }) => content as IniSection)));
const fileOf = (declare: (stack: VpnStack) => void): string => {
  const stack = Testing.stack();
  declare(stack);
  return filesIn(stack.manifest)[0]!;
};

/** Which rules of ours are the checker's too, by its words. */
const ours = ['TW-DUO-001', 'TW-DUO-002', 'TW-DUO-003', 'TW-DUO-009'];
const ruleOf = (objection: string): string | undefined =>
  [/listens where/, /no client|no directory/, /pass_through_attr_names/, /http_proxy_host|minimum_tls_version/]
    .map((words, i) => (words.test(objection) ? ours[i] : undefined))
    .find((rule) => rule !== undefined);
const sorted = (rules: readonly (string | undefined)[]) => [...new Set(rules)].sort();

const kinds = Object.keys(duoProxyNouns) as DuoProxyKind[];
/** Which codecs Python has and which ciphers OpenSSL is told by the proxy alone. */
const unchecked = ['passwordCodec', 'cipherList'];
const sectionOf = (kind: DuoProxyKind, noun: object): IniSection =>
  writeSection(
    grammar[kind] as unknown as IniGrammar<Record<string, unknown>>,
    Object.fromEntries(Object.entries(noun).filter(([name]) => !unchecked.includes(name))),
  );

interface Declared {
  readonly servers: readonly {
    readonly port: number;
    readonly callers: readonly string[];
    readonly interface: string | undefined;
    readonly client: number | undefined;
    readonly passes: boolean;
  }[];
  readonly directories: readonly { readonly port: number; readonly sslPort: number | undefined }[];
  readonly clients: readonly boolean[];
  readonly main: { readonly client: number | undefined; readonly way: boolean; readonly fips: boolean } | undefined;
  readonly eap: boolean;
  readonly httpProxy: boolean;
}
const rare = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const declared: fc.Arbitrary<Declared> = fc.record({
  servers: fc.array(
    fc.record({
      port: fc.constantFrom(1812, 1645),
      callers: fc.uniqueArray(
        fc.constantFrom('10.1.1.1', '10.1.1.0/24', '10.1.1.5-10.1.1.9', '10.1.2.0/24', '10.2.0.0/16', '2001:db8::1'),
        { minLength: 1, maxLength: 2 },
      ),
      interface: rare(fc.constantFrom('192.0.2.1', '192.0.2.2')),
      client: rare(fc.nat(2)),
      passes: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  directories: fc.array(
    fc.record({ port: fc.constantFrom(389, 1389), sslPort: rare(fc.constantFrom(636, 1389 + 1)) }),
    { maxLength: 2 },
  ),
  clients: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  main: rare(fc.record({ client: rare(fc.nat(2)), way: fc.boolean(), fips: fc.boolean() })),
  eap: fc.boolean(),
  httpProxy: fc.boolean(),
});

const secret = Secret.fromEnv('DUO_JUDGE');
const application = { ikey: known['ikey']!, skey: secret, apiHost: known['api_host']! };
const declare =
  ({ servers, directories, clients, main, eap, httpProxy }: Declared) =>
  (stack: VpnStack): void => {
    const host = duoProxyHost(stack);
    const made = [
      clients[0]
        ? new DuoRadiusClient(host, 'radius_client', { hosts: [{ address: '192.0.2.9' }], secret })
        : undefined,
      clients[1]
        ? new DuoAdClient(host, 'ad_client', {
            hosts: ['dc.example.net'],
            searchDn: 'DC=example,DC=net',
            serviceAccountUsername: 'duo',
            serviceAccountPassword: secret,
          })
        : undefined,
      clients[2] ? new DuoOnlyClient(host, 'duo_only_client', {}) : undefined,
    ];
    const one = (i: number | undefined) => (i === undefined ? undefined : made[i]);
    if (main)
      new DuoProxyMain(host, 'main', {
        client: one(main.client),
        fipsMode: main.fips,
        ...(main.way ? { httpProxyHost: 'proxy.example.net' } : {}),
      });
    for (const [i, { callers, client, passes, ...rest }] of servers.entries())
      new DuoRadiusServerAuto(host, `radius_server_auto${i === 0 ? '' : i + 1}`, {
        ...application,
        ...rest,
        client: one(client),
        callers: callers.map((address) => ({ address, secret })),
        ...(passes ? { passThroughAttributes: ['Class'] } : {}),
      });
    for (const [i, { port, sslPort }] of directories.entries())
      new DuoLdapServerAuto(host, `ldap_server_auto${i === 0 ? '' : i + 1}`, {
        ...application,
        port,
        ...(sslPort === undefined ? {} : { sslPort, sslKeyFile: 'conf/key.pem', sslCertificateFile: 'conf/cert.pem' }),
      });
    if (eap)
      new DuoRadiusServerEap(host, 'radius_server_eap', {
        ...application,
        callers: [{ address: '10.9.9.9', secret }],
        port: 18120,
        certificateFile: 'conf/cert.pem',
        privateKeyFile: 'conf/key.pem',
        minimumTlsVersion: 'tls1.2',
      });
    if (httpProxy) new DuoHttpProxy(host, 'http_proxy', { apiHost: known['api_host']!, port: 8888 });
  };

judge(
  'rules of the Duo proxy',
  "every rule of Duo's own checker, in Python: the files that scenarios, examples and random programs write; what lint says of random sections together is what the checker says",
  missingModules('json'),
  ({ agree, differ }) => {
    test('the checker objects', async () => {
      const good = fileOf((stack) => scenario.declare(stack, 'whole'));
      const changes: readonly (readonly [RegExp, string])[] = [
        [/^ikey=.*$/m, 'ikey=DIABC'],
        [/^skey=.*$/m, ''],
        [/^skey=.*$/m, '$&\nskey_protected=AQAA'],
        [/^failmode=.*$/m, 'failmode=open'],
        [/^failmode=.*$/m, 'fail_mode=safe'],
        [/^radius_ip_1=.*$/m, 'radius_ip_1=edge.example.net'],
        [/^radius_secret_1=.*$/m, ''],
        [/^radius_ip_1=/m, 'radius_ip='],
        [/^factors=.*$/m, 'factors=push,push'],
        [/^log_max_files=.*$/m, 'log_max_files=-1'],
        [/^debug=.*$/m, 'debug=yes'],
        [/^debug=/m, 'http_proxy_port=8080\ndebug='],
        [/^port=1645$/m, 'port=70000'],
        [/^client=radius_client$/m, 'client=radius_client7'],
      ];
      const answers = await check([good, ...changes.map(([from, to]) => good.replace(from, to))]);
      agree('a good file', answers[0], none);
      for (const [i, [from, to]] of changes.entries()) {
        const { inside, across } = answers[i + 1]!;
        agree(`${from.source} → ${to}`, inside.length + across.length > 0, true);
      }
    });

    test('files of scenarios and examples', async () => {
      const examples = exampleNames.flatMap((name) =>
        /duo|asa-remote-access/.test(name)
          ? synthesised(name)
              .manifests.flatMap(filesIn)
              .map((file) => [name, file] as const)
          : [],
      );
      expect(examples.length).toBeGreaterThanOrEqual(3);
      const scenarios = (['whole', 'edited', 'less'] as const).map(
        (variant) => [`scenario ${variant}`, fileOf((stack) => scenario.declare(stack, variant))] as const,
      );
      const all = [...examples, ...scenarios];
      const answers = await check(all.map(([, file]) => file));
      for (const [i, [name]] of all.entries()) agree(name, answers[i], none);
    });

    test('each kind of section, with random values', async () => {
      const written = kinds.flatMap((kind) =>
        fc
          .sample(duoProxyNouns[kind] as fc.Arbitrary<NounOf<DuoProxyKind>>, { seed, numRuns: 40 })
          .map((noun) => [kind, textOf([sectionOf(kind, noun)])] as const),
      );
      const answers = await check(written.map(([, file]) => file));
      for (const [i, [kind, file]] of written.entries()) agree(`${kind}: ${file}`, answers[i]!.inside, []);
    });

    test('what a rule of ours shows', async () => {
      const cases = Object.entries(ruleExamples).flatMap(([rule, { bad, good }]) =>
        [bad, good].map((source, i) => ({ rule, bad: i === 0, file: fileOf(source as (stack: VpnStack) => void) })),
      );
      const answers = await check(cases.map(({ file }) => file));
      for (const [i, { rule, bad }] of cases.entries())
        agree(`${rule} ${bad ? 'bad' : 'good'}`, answers[i], {
          inside: [],
          across: bad && ours.includes(rule) ? [expect.anything()] : [],
        });
    });

    test('random sections together: lint says what the checker says', async () => {
      const samples = fc.sample(declared, { seed, numRuns: Number(process.env['JUDGE_RUNS'] ?? 150) }).map((sample) => {
        const stack = Testing.stack();
        declare(sample)(stack);
        return { file: filesIn(stack.manifest)[0] ?? '', findings: Testing.findings(stack).counted };
      });
      const answers = await check(samples.map(({ file }) => file));
      for (const [i, { file, findings }] of samples.entries()) {
        const rules = sorted(findings.map(({ rule }) => rule).filter((rule) => ours.includes(rule)));
        agree(`lint of\n${file}`, rules, sorted(answers[i]!.across.map(ruleOf)));
      }
      const objected = answers.filter(({ across }) => across.length > 0).length;
      expect([objected > samples.length / 5, objected < samples.length]).toEqual([true, true]);
    });

    test('what only the proxy can say', async () => {
      const file = fileOf((stack) => {
        const host = duoProxyHost(stack);
        new DuoRadiusClient(host, 'radius_client', {
          hosts: [{ address: '192.0.2.9' }],
          secret,
          passwordCodec: 'no-such-codec',
        });
      });
      const [answer] = await check([file]);
      differ('a codec', answer, none, 'only the Python of the proxy knows which codecs it has');
    });
  },
);
