import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The field guides. They are others' and stay outside of the repository. */
const directory = join(__dirname, '../../../shared/seeds');
export const guidesPresent = existsSync(directory);

const linesOf = (guide: string): readonly string[] =>
  readFileSync(join(directory, guide), 'utf8')
    .split('\n')
    .map((line) => line.trim());

/** What begins at the top level; everything else stands below what came before. */
const top =
  /^(no )?(crypto|interface|radius server|aaa (new-model|group|authentication login|authorization network)|ip (access-list|local pool|http)|aaa-server|group-policy|tunnel-group|access-list|hostname|domain-name)\b/;

/** The block of a guide that prints no indents, as a device would print it. */
const indented = (lines: readonly string[]): string => {
  let inPeer = false;
  return lines
    .map((line) => {
      if (top.test(line)) {
        inPeer = false;
        return line;
      }
      if (/^peer \S+$/.test(line)) {
        inPeer = true;
        return ` ${line}`;
      }
      return `${inPeer ? '  ' : ' '}${line}`;
    })
    .join('\n');
};

const between = (lines: readonly string[], first: RegExp, last: RegExp): readonly string[] => {
  const from = lines.findIndex((line) => first.test(line));
  const to = lines.findIndex((line, i) => i > from && last.test(line));
  return lines.slice(from, to + 1);
};

/** The field guide's reference block, as it stands. */
export const fieldGuide = (): string =>
  indented(
    between(
      linesOf('000_ftd-site-to-site-ikev2-cert.txt'),
      /^crypto ikev2 proposal /,
      /^tunnel protection ipsec profile /,
    ),
  );

const command =
  /^(aaa|address|anyconnect|authentication|crypto|dns|dpd|encryption|enrollment|fqdn|group|integrity|interface|ip|ip-address|key|match|mode|no ip|pki|pool|proposal|radius server|revocation-check|route|rsakeypair|serial-number|server name|set|subject-name|timeout|tunnel|usage|virtual-template|\d+ permit)\b/;

/** The router of the AnyConnect and Duo guide, as it stands; addresses for its placeholders. */
export const anyconnectAndDuo = (): string => {
  const steps = between(
    linesOf('002_ios-xe-anyconnect-duo.txt'),
    /^radius server /,
    /^tunnel protection ipsec profile /,
  );
  const [from, to] = [/^These are used/, /^virtual-template 20 mode auto$/].map((mark) =>
    steps.reduce((found, line, i) => (mark.test(line) ? i : found), -1),
  );
  return indented(
    steps
      .filter((_line, i) => i < from! || i > to! + 1)
      .filter((line) => command.test(line) && !/\.$/.test(line) && !line.startsWith('aaa authentication and'))
      .map((line) => line.replace('<wan ip>', '198.51.100.10').replace('x.x.x.x', '192.0.2.80')),
  );
};

/** The slide of Cisco Live BRKSEC-2881 with the pool of a group: the three lines before and with the pool's own. */
export const poolSlide = (): string => {
  const lines = linesOf('003_flexvpn-brksec-2881.txt').filter((line) => line !== '!');
  const at = lines.findIndex((line) => line.startsWith('ip local pool Eng '));
  return indented(lines.slice(at - 2, at + 1));
};

/** The ASA of the ASA and Windows guide, as it stands. */
export const asaAndWindows = (): string => {
  const lines = linesOf('004_asa-ikev2-eap-windows.txt');
  const config =
    /^(aaa-server|key|group-policy|vpn-tunnel-protocol|ip local pool|crypto (ipsec|dynamic-map|map|ikev2)|protocol esp|encryption|integrity|group \d|prf|lifetime|tunnel-group|address-pool|authentication-server-group|default-group-policy|ikev2)\b/;
  const from = lines.findIndex((line) => line.startsWith('aaa-server '));
  const to = lines.findIndex((line) => line.startsWith('crypto ikev2 remote-access '));
  return `! asa\n${indented(lines.slice(from, to + 1).filter((line) => config.test(line)))}`;
};

/** The files of the AnyConnect and Duo guide: the proxy's in two pieces, and the client profile. */
export const anyconnectAndDuoFiles = (): Readonly<Record<string, readonly string[]>> => {
  const lines = linesOf('002_ios-xe-anyconnect-duo.txt');
  return {
    'authproxy.cfg': [
      ...between(lines, /^\[radius_client\]$/, /^secret=/),
      ...between(lines, /^\[radius_server_auto\]$/, /^port=/),
    ],
    'the client profile': between(lines, /^<ClientInitialization>$/, /^<\/ServerList>$/),
  };
};

/** What the AnyConnect and Duo guide writes outside of its router: client profile and proxy. */
export const anyconnectAndDuoSettings = () => {
  const text = linesOf('002_ios-xe-anyconnect-duo.txt').join('\n');
  const value = (pattern: RegExp): string => pattern.exec(text)![1]!;
  return {
    clientTimeout: Number(value(/<AuthenticationTimeout>(\d+)</)),
    clientMethod: value(/<AuthMethodDuringIKENegotiation>([^<]+)</),
    clientHost: value(/<HostAddress>([^<]+)</),
    certificateName: value(/^fqdn (\S+)$/m),
    radiusTimeout: Number(value(/^timeout (\d+)$/m)),
    failmode: value(/^failmode=(\w+)$/m),
    proxy: value(/^address ipv4 (\S+)/m),
    caller: value(/^radius_ip_1=(\S+)$/m),
    ise: value(/^host=(\S+)$/m),
  };
};
