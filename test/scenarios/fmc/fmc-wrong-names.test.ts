import {
  AccessPolicy,
  AccessRule,
  DuoGroup,
  DuoUser,
  IseAuthorizationProfile,
  NetworkObject,
  SecurityZone,
  type AccessRuleProps,
  type Fmc,
} from 'tunnelwright';
import { existing } from '../../../constructs/core/device-object';
import { plan, words } from '../../support/engine';
import { partnerTunnel } from '../../support/partner-tunnel';
import { startRig, type Rig } from '../../support/rig';
import { duo, fmc, ise, manifestOf } from '../../support/scenario';

/** A name that is looked up and not there: what is there is said, from what was read anyhow. */
let rig: Rig;
beforeAll(async () => {
  process.env['PARTNER_KEY'] = 'Tn5-gnocchi~tuba/3';
  rig = await startRig();
});
afterAll(() => rig.close());

const said = async (declare: (center: Fmc) => void): Promise<string> =>
  words(
    await plan(
      rig,
      manifestOf((stack) => declare(fmc(stack))),
    ),
  );

const rule = (policy: string, more: (center: Fmc) => Partial<AccessRuleProps> = () => ({})) =>
  said((center) => {
    new AccessRule(center, 'rule', {
      policy: AccessPolicy.fromExisting(center, 'policy', policy),
      action: 'allow',
      ...more(center),
    });
  });

const there = (collection: string, ...names: readonly string[]): void =>
  names.forEach((name) => void rig.fmc.touch({ collection, body: { name, value: '192.0.2.1' }, devices: [] }));

test('a policy that differs in a letter', async () => {
  expect(await rule('edge-acces')).toContain(
    'access control policy edge-acces, which is not on fmc\n    → there is edge-access: is that meant? Else make it there first',
  );
});

test('a policy that is like none', async () => {
  expect(await rule('campus')).toContain('→ make it there first, or correct the name: there is edge-access');
});

test('an object that is like none: the first of those that are there', async () => {
  there('object/hosts', 'WEB-1', 'WEB-2', 'DB', 'DNS');
  const zone = await rule('edge-access', (center) => ({
    sourceZones: [SecurityZone.fromExisting(center, 'zone', 'outside')],
  }));
  expect(zone).toContain('there is outside-zone: is that meant?');
  const network = await rule('edge-access', (center) => ({
    sourceNetworks: [NetworkObject.fromExisting(center, 'mail', 'MAIL')],
  }));
  expect(network).toContain('or correct the name: there are WEB-1, WEB-2, DB and 1 more');
});

test('what is kept below what is not there: that is what is named wrong', async () => {
  const before = { place: { before: existing('access-rule', 'edge-acces/Block all') } };
  expect(await rule('edge-acces', () => before)).toContain(
    'edge-acces/Block all, which is not on fmc\n    → there is edge-access: is that meant?',
  );
});

describe('a firewall', () => {
  const tunnel = (firewall: string, out: string): Promise<string> =>
    said((center) => {
      const ours = new NetworkObject(center, 'ours-net', { value: '10.20.0.0/16' });
      partnerTunnel(center, center.ftd(firewall), { ours, theirs: '10.60.0.0/16', interface: out });
    });

  test('its name', async () => {
    expect(await tunnel('mumbai-pai', 'outside')).toContain(
      'refers to FTD device mumbai-pai, which is not on fmc\n    → there is mumbai-pair: is that meant?',
    );
    expect(await tunnel('delhi', 'outside')).toContain('there are mumbai-pair, branch-ftd');
  });

  test('its interface, before anything is written', async () => {
    expect(await tunnel('mumbai-pair', 'outsid')).toContain(
      '[net/fmc/ours] refers to interface outsid of mumbai-pair, which is not on fmc\n    → there is outside: is that meant?',
    );
  });
});

test('an access list of ISE and a group of Duo', async () => {
  rig.duo.touch('/admin/v1/groups', { name: 'staff' });
  const ended = await plan(
    rig,
    manifestOf((stack) => {
      new IseAuthorizationProfile(ise(stack), 'vpn', {
        downloadableAcl: existing('ise-downloadable-acl', 'PERMIT_ALL'),
      });
      const account = duo(stack);
      new DuoUser(account, 'alice', { groups: [DuoGroup.fromExisting(account, 'group', 'staf')] });
    }),
  );
  expect(words(ended)).toContain(
    'PERMIT_ALL, which is not on ise\n    → there is PERMIT_ALL_IPV4_TRAFFIC: is that meant?',
  );
  expect(words(ended)).toContain('refers to Duo group staf, which is not on duo\n    → there is staff: is that meant?');
});
