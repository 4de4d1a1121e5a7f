import fc from 'fast-check';
import { type Node } from '../../../../lib/desired/cli/tree';
import { cliDialect, parseTree } from '../../../support/cli';
import type { CliStep } from '../../../../lib/desired/cli/step';
import { lowerCli } from '../../../../lib/desired/cli/lower';
import type { Section } from '../../../../lib/desired/cli/section';
import type { Desired } from '../../../../lib/desired/item';
import type { Resource } from '../../../../lib/model/network';
import { masked, otherSecret, secretMarker, secretsOf } from '../../../../lib/model/secret';
import { emptyLedger, type Ledger } from '../../../../lib/plan/ledger';
import { isEmpty, plan, type TargetPlan } from '../../../../lib/plan/plan';
import { grammarOf } from '../../../../lib/platforms/iosxe/grammar';
import { configurationOf, normalize } from '../../../../lib/platforms/iosxe/normalize';
import { secretBook } from '../../../../lib/run/secrets/read';
import { routerConfiguration } from '../../../support/arbitraries';
import { holds } from '../../../support/properties';
import { pureRouter } from '../../../support/pure-router';
import { syntax } from '../../../../lib/platforms/iosxe/syntax';

type RouterPlan = TargetPlan<Section, CliStep>;

/** What others have on the router: none of it may ever move. */
const foreign = `hostname edge
!
vrf definition INTERNET
 !
 address-family ipv4
 exit-address-family
!
no aaa new-model
!
ip domain name example.net
!
crypto pki trustpoint CA-OTHERS
 enrollment terminal
 revocation-check none
!
crypto ikev2 proposal OTHERS
 encryption aes-cbc-256
 integrity sha256
 group 14
!
crypto ikev2 profile OTHERS
 match identity remote address 198.51.100.77 255.255.255.255
 authentication remote rsa-sig
 authentication local rsa-sig
 pki trustpoint CA-OTHERS
!
username lab privilege 15 secret 9 $9$labonly
!
interface GigabitEthernet0/0
 description internet
 ip address 198.51.100.10 255.255.255.0
!
interface GigabitEthernet0/1
 no ip unreachables
 load-interval 30
!
interface Tunnel9
 ip address 10.99.0.1 255.255.255.252
 tunnel source GigabitEthernet0/0
 tunnel destination 198.51.100.77
!
no ip http server
no ip http secure-server
ip route 0.0.0.0 0.0.0.0 198.51.100.1
ip route 10.250.0.0 255.255.0.0 Tunnel9
!
ntp server 192.0.2.123
!
line vty 0 4
 login local
 transport input ssh
!
end
`;

const desiredOf = (resources: readonly Resource[]): Desired<Section> => {
  const { desired, problems } = lowerCli(resources, grammarOf, 'IOS-XE', syntax);
  expect(problems).toEqual([]);
  return desired;
};
const bookFor = (...all: readonly Desired<Section>[]) => {
  const refs = secretsOf(all.flatMap((desired) => desired.secrets));
  const values = new Map(refs.map((ref) => [secretMarker(ref), secretMarker(ref).replace(/\W/g, '')] as const));
  return secretBook(values, Buffer.alloc(32), { known: {}, declared: new Map(), sent: true });
};
const linesOf = (steps: readonly CliStep[]): readonly string[] => steps.flatMap((step) => step.lines);

/** The foreign configuration with a desired one typed onto it, as a device prints it. */
const boot = (desired: Desired<Section>, reveal: (text: string) => string): string => {
  const router = pureRouter(foreign);
  const typed = desired.items.flatMap((item) => linesOf(cliDialect.steps(undefined, item.content)));
  expect(router.type(typed.map(reveal))).toEqual([]);
  return router.text();
};

/** What a run that began on the foreign router would remember. */
const ledgerOf = (desired: Desired<Section>): Ledger<Section> => {
  const wanted = new Map(desired.items.map(({ content }) => [content.header, content]));
  const before = normalize(configurationOf(foreign, 'edge'), bookFor(desired), (header) => wanted.get(header));
  return {
    ...emptyLedger('edge'),
    entries: desired.items.map(({ content, ...item }) => ({
      ...item,
      state: 'owned' as const,
      content: cliDialect.remember(content, before.get(content.header), undefined),
    })),
  };
};

const world = (a: readonly Resource[], b: readonly Resource[]) => {
  const [from, to] = [desiredOf(a), desiredOf(b)];
  const book = bookFor(from, to);
  const router = pureRouter(boot(from, book.reveal));
  /** As a run does: what is declared and what the ledger holds is what is looked for. */
  const look = (desired: Desired<Section>, ledger: Ledger<Section>) => {
    const scope = [...ledger.entries, ...desired.items].map((item) => item.content);
    const wanted = new Map(scope.map((content) => [content.header, content]));
    return normalize(configurationOf(router.text(), 'edge'), book, (header) => wanted.get(header));
  };
  const planned = (desired: Desired<Section>, ledger: Ledger<Section>): RouterPlan =>
    plan({
      target: 'edge',
      desired,
      live: look(desired, ledger),
      ledger,
      dialect: cliDialect,
      adopt: false,
      unfinished: [],
      warnings: [],
    });
  const type = (steps: readonly CliStep[]) =>
    router.type(linesOf(steps).map(book.reveal)).filter((words) => !/removed due to (en|dis)abling VRF/.test(words));
  return { from, to, router, planned, type };
};
const stepsOf = (p: RouterPlan) => p.changes.flatMap((change) => change.steps);
const undoOf = (p: RouterPlan) => [...p.changes].reverse().flatMap((change) => change.undo);

/** Whether a device prints an archive that holds nothing is not proven; here it makes no difference. */
const withoutEmptyArchive = (text: string): string => text.replace(/^!\narchive\n(?! )/m, '');

/** Top-level blocks of a running-config, by their first line. */
const blocks = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(/\n(?=[^ !\n])/)
      .map((block) => block.replace(/(\n *!)+$/, ''))
      .map((block) => [block.split('\n')[0]!.trim(), block] as const),
  );
/**
 * What a running-config holds, whatever the order in which lines were made: blocks, and their lines with all above.
 * Whether the device says of an interface that it has no address is its own affair.
 */
const held = (text: string): readonly string[] => {
  const walk = (nodes: readonly Node[], above: string): readonly string[] =>
    nodes.flatMap((node) => [`${above}${node.text}`, ...walk(node.children, `${above}${node.text} / `)]);
  return [...walk(parseTree(withoutEmptyArchive(text)), '')]
    .filter((line) => !line.endsWith(' / no ip address'))
    .sort();
};
/** Whose lines are declared here too: `aaa new-model`, the web server, lines on an interface. */
const written = [
  'end',
  'no aaa new-model',
  'no ip http server',
  'no ip http secure-server',
  'interface GigabitEthernet0/1',
];
const foreignBlocks = [...blocks(pureRouter(foreign).text()).entries()].filter(([first]) => !written.includes(first));

const theirs = held(foreign).filter((line) => line.startsWith('interface GigabitEthernet0/1 / '));
const masks = (lines: readonly string[]) => lines.map(masked).sort();

describe('any set of nouns on a router', () => {
  test('has an empty plan when it is what the device holds', () =>
    holds(
      fc.property(routerConfiguration, (a) => {
        const { from, planned } = world(a, a);
        const same = planned(from, ledgerOf(from));
        expect(same.blocked).toEqual([]);
        expect(stepsOf(same)).toEqual([]);
        expect(isEmpty(same)).toBe(true);
      }),
      { times: 0.5 },
    ));

  test('is planned the same twice, and whatever order the ledger and the live state have', () =>
    holds(
      fc.property(routerConfiguration, routerConfiguration, (a, b) => {
        const { from, to, planned } = world(a, b);
        const once = planned(to, ledgerOf(from));
        expect(planned(to, ledgerOf(from))).toEqual(once);
      }),
      { times: 0.3 },
    ));

  test('comes to be, without a refusal, from any other; others keep every byte; and the way back is exact', () =>
    holds(
      fc.property(routerConfiguration, routerConfiguration, (a, b) => {
        const { from, to, router, planned, type } = world(a, b);
        const before = router.text();
        const change = planned(to, ledgerOf(from));
        expect(change.blocked).toEqual([]);

        expect(type(stepsOf(change))).toEqual([]);
        expect(stepsOf(planned(to, ledgerOf(to)))).toEqual([]);
        expect(held(router.text())).toEqual(held(world(b, []).router.text()));
        const now = blocks(router.text());
        for (const [first, block] of foreignBlocks) expect([first, now.get(first)]).toEqual([first, block]);

        const port = held(router.text()).filter((line) => line.startsWith('interface GigabitEthernet0/1 / '));
        expect(port).toEqual(expect.arrayContaining(theirs));

        // A key that nobody declares any more is not known here, so it alone cannot be typed back.
        const lost = linesOf(undoOf(change)).some((line) => line.includes(otherSecret));
        const keys = (lines: readonly string[]) => (lost ? masks(lines) : lines);
        expect(type(undoOf(change))).toEqual([]);
        expect(keys(held(router.text()))).toEqual(keys(held(before)));
      }),
      { times: 0.6 },
    ));

  test('goes without a trace when nothing declares it any more', () =>
    holds(
      fc.property(routerConfiguration, (a) => {
        const { from, router, planned, type } = world(a, []);
        const gone = planned(desiredOf([]), ledgerOf(from));
        expect(type(stepsOf(gone))).toEqual([]);
        expect(held(router.text())).toEqual(held(pureRouter(foreign).text()));
      }),
      { times: 0.5 },
    ));
});
