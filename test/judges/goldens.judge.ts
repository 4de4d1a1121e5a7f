import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Console } from '../../lib/wire/console';
import { certificatesIn } from '../../lib/engine/pki/certificates';
import { inspect } from '../../lib/platforms/asa/inspect';
import { tunnelsOf } from '../../lib/platforms/asa/observe';
import { readFacts } from '../../lib/platforms/iosxe/pki/facts';
import { serials } from '../../lib/platforms/iosxe/transport';
import { sessionsIn } from '../../lib/platforms/iosxe/tunnels';
import { judge } from './support/judge';

/** What real devices printed. It is others', and stays outside of the repository. */
const directory = join(__dirname, '../../../shared/samples/show');
const golden = (name: string): string => readFileSync(join(directory, name), 'utf8').replace(/^ {8}/gm, '');

/** A device that answers one command, and to the others with nothing. */
const answering = (command: string, output: string): Console =>
  ({
    send: (lines: readonly string[]) =>
      Promise.resolve(lines.map((line) => ({ line, output: line === command ? output : '', mode: '' }))),
  }) as unknown as Console;

judge(
  'real outputs',
  'our own readers take what real devices printed: sessions, certificates, trustpoints, versions; of an ASA its SAs and tunnel groups',
  existsSync(directory) ? undefined : `${directory} is not present`,
  ({ agree }) => {
    test.each([
      'genie_iosxe_ShowCryptoSession_golden_output.txt',
      'genie_iosxe_ShowCryptoSessionDetail_golden_output.txt',
    ])('%s', (name) => {
      agree(name, sessionsIn(golden(name)), [{ name: 'Tunnel13', up: true, detail: 'UP-ACTIVE' }]);
    });

    test('certificates, with and without their indentation', () => {
      const text = golden('genie_iosxe_ShowCryptoPkiCertificates_golden_output_csr1000.txt');
      const flat = text.replace(/^ +/gm, '');
      const name = 'cn=IOS-Self-Signed-Certificate-4146203551';
      for (const each of [text, flat])
        agree('certificates', certificatesIn(each), [
          {
            role: 'router self-signed certificate',
            subject: name,
            issuer: name,
            expires: '2020-01-01T00:00:00Z',
            holders: ['TP-self-signed-4146203551'],
          },
        ]);
    });

    test('trustpoints', async () => {
      const text = golden('genie_iosxe_ShowCryptoPkiTrustpointsStatus_golden_output.txt');
      const { trustpoints } = await readFacts(answering('show crypto pki trustpoints status', text));
      const told = [...trustpoints].map(([name, { ca, own, pending }]) => [name, ca?.md5, own !== undefined, pending]);
      agree('trustpoints', told, [
        ['SLA-TrustPoint', '1468DC18250BDFCF769C29DFE1F7E5A8', false, false],
        ['CISCO_IDEVID_SUDI', '542F6E7328DA26118E50685DEB4B7194', true, false],
        ['CISCO_IDEVID_SUDI0', 'BE395ABE078AB1121725CC1D46343CB2', false, false],
        ['TP-self-signed-1215158049', '59348561E03F69D9B61814E6ACD487B5', true, false],
        ['PROXY-SIGNING-CA', '2E34743592F56BC8493E82B27ABFF939', true, false],
        ['PROXY-SIGNING-ROOT-CA', 'FFFA04338B32A767E231978F54FDFC40', false, false],
      ]);
    });

    test.each([
      ['genie_iosxe_ShowVersion_golden_output_asr1k.txt', 'FOX1444GPXU'],
      ['genie_iosxe_ShowVersion_golden_output_c8000v.txt', '9E42BIFKVLR'],
    ])('%s', (name, serial) => {
      agree(
        name,
        serials(golden(name)).flatMap(({ values }) => values),
        [serial],
      );
    });

    test('SAs of an ASA', () => {
      const text = golden('genie_asa_ShowCryptoIkev2Sa_golden_output1.txt');
      const tunnel = (name: string, peer: string) => ({
        header: `interface ${name}`,
        entries: [{ key: 'tunnel destination', text: `tunnel destination ${peer}` }],
      });
      const sections = [tunnel('Tunnel1', '2001:db8:2:1::2'), tunnel('Tunnel2', '192.0.2.9')];
      const told = tunnelsOf(sections as unknown as Parameters<typeof tunnelsOf>[0], text);
      agree(
        'SAs',
        told.map(({ name, up }) => [name, up]),
        [
          ['Tunnel1', true],
          ['Tunnel2', false],
        ],
      );
    });

    test('tunnel groups of an ASA', () => {
      const text = golden('ntc_cisco_asa_show_running-config_tunnel-group.raw');
      const { nouns, unreadable, unmanaged, unknown } = inspect(text);
      agree('not understood', [...unreadable, ...unmanaged, ...unknown], []);
      agree(
        'groups',
        nouns.map(({ kind, name, props }) => [kind, name, (props as { readonly type?: unknown }).type]),
        [
          ['tunnel-group', 'tun01', 'remote-access'],
          ['tunnel-group', '10.15.20.25', 'ipsec-l2l'],
          ['tunnel-group', '10.20.30.40', 'ipsec-l2l'],
        ],
      );
      agree(
        'of the first',
        nouns[0]?.props,
        expect.objectContaining({
          general: expect.objectContaining({ authorizationRequired: true, stripRealm: true }) as unknown,
          webvpn: expect.objectContaining({ authentication: 'aaa certificate', aliases: ['grpalias'] }) as unknown,
          ipsec: expect.objectContaining({ remoteEap: 'query-identity', peerIdValidate: 'nocheck' }) as unknown,
        }),
      );
    });

    /** Of these nothing is read here: Genie reads what the lab prints of them. */
    const unread = [
      'ShowNtpStatus',
      'ShowArchiveConfigDifferences',
      'ShowCryptoIkev2Proposal',
      'ShowCryptoIkev2Sa_golden_output.txt',
      'ShowCryptoIkev2SaDetail',
      'ShowInventory',
    ];
    test('no output stands there that nobody reads', () => {
      const own = readFileSync(__filename, 'utf8');
      const left = readdirSync(directory).filter(
        (name) =>
          !own.includes(name) && !unread.some((each) => name.includes(`iosxe_${each}`) || name.includes(`ios_${each}`)),
      );
      agree('outputs that nobody reads', left, []);
    });
  },
);
