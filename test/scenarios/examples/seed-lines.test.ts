import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleNames, synthesised } from '../../support/seed-examples';
import { unwritten, written } from '../../support/seed-lines';

const shared = join(__dirname, '../../../../shared/seeds');
const guides = {
  '000': '000_ftd-site-to-site-ikev2-cert.txt',
  '002': '002_ios-xe-anyconnect-duo.txt',
  '003': '003_flexvpn-brksec-2881.txt',
  '004': '004_asa-ikev2-eap-windows.txt',
} as const;

const spaced = (line: string): string => line.trim().replace(/^:\s*/, '').replace(/\s+/g, ' ');
const inGuide = (number: keyof typeof guides): readonly string[] =>
  readFileSync(join(shared, guides[number]), 'utf8').split('\n');

/** Client profiles, RADIUS attributes, routing tables, output of `show`, ellipses. */
const noConfiguration =
  /^(<|#|!|[SL] |\.\.\.(<|$)|ipsec:|ip:interface-config|\w+#show |IKEv2 Authorization Policy)|[:+]?= |=\d+$| : |^[\w@]+$|:=/;
/** What is between the fences of a guide in Markdown. */
const fenced = (lines: readonly string[]): readonly string[] => {
  let open = false;
  return lines.filter((line) => {
    if (!line.startsWith('```')) return open;
    open = !open;
    return false;
  });
};

/** The first words of commands, in guides that fence nothing. */
const command =
  /^(no |default )?(aaa|address|anyconnect|attribute|authentication|authorization|crypto|default-group-policy|dns|domain-name|dpd|encryption|enrollment|fqdn|group|hostname|identity|ikev2|integrity|interface|ip|ip-address|ipv6|key|keyring|lifetime|match|mode|ntp|peer|permit|pki|pool|pre-shared-key|prf|proposal|protocol|radius|revocation-check|route|rsakeypair|serial-number|server|set|subject-name|timeout|tunnel|usage|vpn-tunnel-protocol|virtual-template|\d+ permit)\b/;

const configuration = (number: keyof typeof guides): readonly string[] =>
  number === '003'
    ? fenced(inGuide(number))
        .map(spaced)
        .filter((line) => line !== '' && !noConfiguration.test(line))
    : inGuide(number)
        .map(spaced)
        .filter((line) => command.test(line) && !line.endsWith('.'));

describe('the lines of the field guides', () => {
  test.each(exampleNames)('%s writes those that name it', (name) => {
    const { said, lines } = synthesised(name);
    expect(said).toBe('');
    const absent = written
      .filter(({ example }) => example === name)
      .filter(({ slide, instead }) => !lines.has(instead?.line ?? slide));
    expect(absent).toEqual([]);
  });

  test('each stands once, names an example that is there, and says why it is another or none', () => {
    const slides = [...written.map(({ slide }) => slide), ...unwritten.map(([, slide]) => slide)];
    expect(slides.filter((slide, i) => slides.indexOf(slide) !== i)).toEqual([]);
    expect(written.filter(({ example }) => !exampleNames.includes(example))).toEqual([]);
    expect(written.filter(({ instead }) => instead?.why === '')).toEqual([]);
    expect(unwritten.filter(([, , why]) => why === '')).toEqual([]);
  });

  test('none of the guides is missing', () => {
    if (!existsSync(shared)) {
      console.log('skipped: the field guides are not in ../shared/seeds');
      return;
    }
    const known = new Map<string, string>([
      ...written.map(({ slide, seeds }) => [slide, seeds] as const),
      ...unwritten.map(([seeds, slide]) => [slide, seeds] as const),
    ]);
    for (const number of Object.keys(guides) as (keyof typeof guides)[])
      expect([number, configuration(number).filter((line) => !known.get(line)?.includes(number))]).toEqual([
        number,
        [],
      ]);
  });
});
