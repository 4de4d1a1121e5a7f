import { CryptoSuite, Certificates, HubAndSpoke, IosXeRouter, Login, SiteToSiteVpn, type VpnStack } from 'tunnelwright';
import type { Report } from '../../../lib/cli/output/page/page';
import { plannedIn } from '../../../lib/cli/output/page/report';
import type { Observation } from '../../../lib/contract/observation';
import { problem } from '../../../lib/kernel/problem';
import { plan } from '../../../lib/plan/plan';
import { platformOf } from '../../../lib/platforms';
import type { Manifest, ManifestTarget } from '../../../lib/run/manifest';
import { jobsIn } from '../../../lib/run/target';
import type { TargetResult } from '../../../lib/run/target-result';
import { edge, fmc, manifestOf } from '../../support/scenario';
import { synthesised } from '../../support/seed-examples';

type Live = Map<string, unknown>;
const nothingUnfinished = { unfinished: [], warnings: [] };

/** The sessions of a device, as it calls them. */
const sessionsIn =
  ({ diagram }: Manifest) =>
  (id: string): readonly string[] =>
    (diagram?.links ?? []).flatMap(({ kind, ends }) =>
      ends.flatMap(({ device, session, name }) =>
        kind === 'tunnel' && device.split('/')[0] === id ? [session ?? name ?? ''] : [],
      ),
    );

/** What a device has that is as another program declares it. */
const liveOf = (target: ManifestTarget | undefined): Live => {
  const { dialect } = platformOf((target ?? { platform: 'iosxe' as const }).platform);
  const all = [...(target?.desired.items ?? []), ...(target?.desired.externals ?? [])];
  return new Map(all.map(({ content }) => [dialect.identity(content), content]));
};

/** The plan from one program to the next, with the sessions that are up. No device is asked. */
const resultsOf = (
  before: Manifest,
  after: Manifest,
  up: (id: string) => readonly string[],
  unread: readonly string[],
): readonly TargetResult[] =>
  jobsIn(after).map((work): TargetResult => {
    const { target } = work;
    if (unread.includes(target.id)) {
      const words = problem('ssh.unreachable', target.id, 'does not answer at port 22', 'check the way to it');
      return { work, state: 'unknown', problems: [words], notes: [] };
    }
    const platform = platformOf(target.platform);
    const old = before.targets.find(({ id }) => id === target.id);
    const live = new Map([...liveOf({ ...target, desired: { ...target.desired, items: [] } }), ...liveOf(old)]);
    const sessions = up(target.id).map((name) => ({ name, up: true, detail: 'UP' }));
    const seen = { live, sessions } as unknown as Observation<unknown>;
    const made = plan({
      ...{ target: target.id, desired: target.desired, live, dialect: platform.dialect, adopt: false },
      ledger: {
        serial: 1,
        entries: (old?.desired.items ?? []).map((item) => ({ ...item, state: 'owned' as const })),
      } as never,
      impact: (from, to) => platform.impact?.(from, to, seen),
      ...nothingUnfinished,
    });
    return { work, state: 'planned', plan: made, problems: [], notes: [] };
  });

const made = new Date('2026-03-01T22:05:00Z');
const reportOf = (after: Manifest, results: readonly TargetResult[]): Report => ({
  ...plannedIn([after], made),
  results,
});

const siteToSite =
  (group: 19 | 20, second: boolean) =>
  (stack: VpnStack): void => {
    const [router, manager] = [edge(stack), fmc(stack)];
    new SiteToSiteVpn(stack, 'mumbai-pune', {
      suite: CryptoSuite.aes256Gcm({ group }),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      ends: [
        {
          device: router,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.58.1.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: manager.ftd('mumbai-pair'),
          subject: 'cn = mumbai-pair.example.net',
          interface: 'outside',
          address: '203.0.113.10',
          tunnel: '10.58.1.2/30',
          networks: ['10.30.0.0/16'],
        },
      ],
    });
    if (!second) return;
    new SiteToSiteVpn(stack, 'mumbai-delhi', {
      suite: CryptoSuite.aes256Gcm({ group: 19 }),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      ends: [
        {
          device: router,
          tunnelInterface: 'Tunnel101',
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.58.2.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: manager.ftd('delhi-pair'),
          subject: 'cn = delhi-pair.example.net',
          interface: 'outside',
          address: '203.0.113.20',
          tunnel: '10.58.2.2/30',
          networks: ['10.40.0.0/16'],
        },
      ],
    });
  };

/** A router and firewalls behind a manager: one tunnel changes its group, one is new. */
export const siteToSiteReport = (): Report => {
  const [before, after] = [manifestOf(siteToSite(19, false)), manifestOf(siteToSite(20, true))];
  return reportOf(after, resultsOf(before, after, sessionsIn(before), []));
};

const spokeName = (n: number): string => `branch-${String(n).padStart(4, '0')}`;
const hub =
  (count: number, group: 19 | 20, outside: (n: number) => string) =>
  (stack: VpnStack): void => {
    const device = edge(stack, { aaaNewModel: 'on' });
    new HubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm({ group }),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      domain: 'example.net',
      hub: {
        ...{ device, identity: 'hub.example.net', address: '198.51.100.10', tunnel: '10.60.255.254/32' },
        networks: ['10.20.0.0/16'],
      },
      spokes: Array.from({ length: count }, (_, n) => ({
        device: new IosXeRouter(stack, spokeName(n), {
          host: `203.0.${113 + (n >> 8)}.${n & 255}`,
          release: '17.9',
          login: Login.fromEnv('SITES'),
          aaaNewModel: 'on',
        }),
        identity: `${spokeName(n)}.example.net`,
        interface: outside(n),
        tunnel: `10.60.${n >> 8}.${n & 255}/32`,
        lan: ['GigabitEthernet0/1'],
      })),
    });
  };

/** A hub and its spokes: most re-key, a few move to another interface, some are new, two cannot be read. */
export const hubReport = (count: number): Report => {
  const before = manifestOf(hub(count - 5, 19, () => 'GigabitEthernet0/0'));
  const after = manifestOf(hub(count, 20, (n) => (n % 331 === 7 ? 'GigabitEthernet0/2' : 'GigabitEthernet0/0')));
  const unread = [spokeName(41), spokeName(Math.floor(count / 2))];
  return reportOf(after, resultsOf(before, after, sessionsIn(before), unread));
};

/** A program of examples/, of which nothing is there yet. */
const exampleReport = (after: Manifest): Report => {
  const before = {
    ...after,
    targets: after.targets.map((target) => ({
      ...target,
      desired: { ...target.desired, items: [] },
    })),
  };
  return reportOf(after, resultsOf(before, after, sessionsIn(before), []));
};

/** The AnyConnect and Duo guide: a router, a proxy, Duo and ISE. */
export const guideReport = (): Report => exampleReport(synthesised('ios-xe-anyconnect-duo').manifests[0]!);

/** Markup in each place where a browser would take it. */
const hostile = '<img src=x onerror=owned=1>"\'&</script><script>owned=1</script>';
/** Whatever comes from a device or a program is markup. */
export const hostileReport = (): Report => {
  const report = siteToSiteReport();
  const [{ stack, diagram }] = report.networks as [Report['networks'][number]];
  const network = {
    stack,
    diagram: {
      devices: diagram.devices.map((device) => ({ ...device, name: hostile, detail: hostile })),
      links: diagram.links.map((link) => ({
        ...link,
        ends: [
          { ...link.ends[0], name: hostile, address: hostile },
          { ...link.ends[1], name: hostile, address: hostile },
        ] as typeof link.ends,
      })),
    },
  };
  const results = report.results!.map((ended): TargetResult => {
    if (ended.plan === undefined) return ended;
    const changes = ended.plan.changes.map((change) => ({ ...change, path: hostile, name: hostile }));
    return { ...ended, plan: { ...ended.plan, changes, warnings: [hostile] } };
  });
  const finding = { rule: hostile, severity: 'warning' as const, path: hostile, message: hostile, remedy: hostile };
  return { networks: [network], results, findings: [finding], made: hostile };
};
