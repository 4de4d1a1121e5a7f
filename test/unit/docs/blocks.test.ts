import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, faultsIn, type Beside, type Block } from '../../support/doc-blocks';

const root = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Pages whose programs are taken from sources that are compiled and run: `npm run api:check`, `npm run rules:check`. */
const generated = /^docs[\\/](api[\\/]|rules\.md)/;
const pages = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => join('docs', file)),
].filter((file) => file.endsWith('.md') && !generated.test(file));

const devices = 'declare const stack: VpnStack; declare const edge: IosXeRouter; declare const pune: IosXeRouter;';
const grammar = 'lib/platforms/iosxe/grammar';

/** What the blocks of a page leave out, by their number; `all`: of each block of the page. A block that is not here is whole. */
const beside: Readonly<Record<string, Readonly<Record<string | number, Beside>>>> = {
  'docs/lint.md': { all: { preamble: devices }, 4: { preamble: `${devices} declare const acme: Pack;` } },
  'docs/concepts/construct-tree.md': {
    all: { preamble: `${devices} declare const vpn: SiteToSiteVpn; declare const object: VpnTopology;` },
  },
  'docs/how-to/access-control.md': { all: { preamble: 'declare const stack: VpnStack; declare const fmc: Fmc;' } },
  'docs/how-to/adopt-and-rename.md': { all: { preamble: devices } },
  'docs/how-to/aws.md': { all: { excerptOf: 'examples/cloud-aws/main.ts' } },
  'docs/how-to/azure.md': { all: { excerptOf: 'examples/cloud-azure/main.ts' } },
  'docs/how-to/cloud-delivered-fmc.md': { all: { preamble: devices } },
  'docs/how-to/saml-by-duo.md': {
    1: { excerptOf: 'examples/remote-access-saml-duo/main.ts' },
    3: {
      preamble:
        'declare const stack: VpnStack; declare const asa: AsaFirewall; declare const application: DuoSamlApplication;',
    },
  },
  'docs/how-to/fmc-domains.md': { all: { preamble: 'declare const stack: VpnStack;' } },
  'docs/how-to/object-overrides.md': { 1: { preamble: 'declare const fmc: Fmc;' } },
  'docs/how-to/terraform.md': { all: { preamble: 'declare const app: App;' } },
  'README.md': { 2: { preamble: 'declare const app: App;' } },
  'docs/how-to/jump-hosts.md': { all: { preamble: devices } },
  'docs/how-to/old-algorithms.md': { all: { preamble: devices } },
  'docs/how-to/secrets.md': { 3: { preamble: 'declare const app: App; declare const stack: VpnStack;' } },
  'docs/how-to/take-over-a-device.md': {
    1: { preamble: devices },
    2: { preamble: 'declare const nagpur: IosXeRouter; declare const surat: IosXeRouter;', inStack: true },
    3: { preamble: 'declare const nagpurSuratVpn: SiteToSiteVpn; declare const surat: IosXeRouter;' },
    4: {
      preamble: `declare const scope: Construct; declare const vpnDelhi: AsaFirewall; declare const ise: AaaServer;
        declare const split: AccessList;`,
    },
    5: {
      preamble: 'declare const scope: Construct; declare const edge: IosXeRouter; declare const cisco: CertificateMap;',
    },
  },
  'docs/how-to/import-from-an-fmc.md': {
    1: {
      preamble: `declare const fmc: Fmc; declare const mumbaiPair: FtdDevice; declare const ikeV2PolicyAws1: IkeV2Policy;
        declare const ipsecTransformSetAws1: IpsecTransformSet;`,
    },
  },
  'docs/how-to/duo-users.md': { 1: { preamble: 'declare const duo: DuoAccount; declare const staff: DuoGroup;' } },
  'docs/how-to/import-from-ise-and-duo.md': {
    1: {
      preamble: `declare const ise: IseServer; declare const exampleNet: IIseActiveDirectory;
        declare const certificates: IseCertificateProfile;`,
    },
  },
  'docs/ARCHITECTURE.md': { 1: { preamble: devices }, 2: { excerptOf: `${grammar}/ikev2.ts` } },
  'docs/tutorial.md': { 2: { file: 'network.ts' } },
  'docs/how-to/publish-a-module.md': { 1: { excerptOf: 'examples/organisation-module/vpn/src/corporate-site.ts' } },
  'docs/add-a-noun.md': {
    1: { folder: 'lib/model/shared' },
    // The noun is that of the first block, without IPv6.
    2: {
      folder: grammar,
      preamble: `import { line, section } from '../../../desired/cli/forms';
        import { addressWithMask, rest } from '../../../desired/cli/words';
        import type { NounOf as Whole } from '../../../model/nouns';
        import { interfaceOf } from './interface-fields';
        type NounOf<K extends 'loopback-interface'> = Pick<Whole<K>, 'name' | 'description' | 'address'>;`,
    },
  },
};
const besideOf = ({ page, number }: Block): Beside => {
  const ofPage = beside[page.replaceAll('\\', '/')];
  return ofPage?.[number] ?? ofPage?.['all'] ?? {};
};

const blocks = pages.flatMap((page) => blocksOf(page, read(page)));
const isExcerpt = (block: Block): boolean => besideOf(block).excerptOf !== undefined;

test('every program in a page is found', () => {
  const fences = pages.flatMap((page) => read(page).match(/^ *```(?:ts|typescript|tsx|js|javascript)\b/gm) ?? []);
  expect(blocks).toHaveLength(fences.length);
  expect(blocks.length).toBeGreaterThan(15);
  expect(Object.keys(beside).filter((page) => !blocks.some((block) => block.page === page))).toEqual([]);
});

test('every program in a page compiles, and a faulty one is found', () => {
  const faulty = [
    { page: 'docs/faulty.md', number: 1, line: 1, text: "new IkeV2Proposal(edge, 'a', { encryption: ['aes'] });\n" },
    { page: 'docs/faulty.md', number: 2, line: 2, text: 'const edge: Sight = 1;\n' },
  ];
  const faults = faultsIn([...blocks.filter((block) => !isExcerpt(block)), ...faulty], besideOf);
  expect(faults.filter((fault) => !fault.startsWith('docs/faulty.md'))).toEqual([]);
  expect(faults).toContain("docs/faulty.md, block 1: Cannot find name 'edge'.");
  expect(faults).toContain("docs/faulty.md, block 2: Cannot find name 'Sight'.");
}, 300_000);

test('what a page takes out of a source file stands there word for word', () => {
  const excerpts = blocks.filter(isExcerpt);
  expect(excerpts.filter((block) => !read(besideOf(block).excerptOf!).includes(block.text))).toEqual([]);
  expect(excerpts.length).toBeGreaterThan(0);
});

test('a block in a list is read without its indent', () => {
  const [block] = blocksOf('a.md', '1. First:\n\n   ```ts\n   const a = {\n     b: 1,\n   };\n   ```\n');
  expect(block).toEqual({ page: 'a.md', number: 1, line: 3, text: 'const a = {\n  b: 1,\n};\n' });
});
