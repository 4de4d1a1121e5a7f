import { existing } from '../../../../constructs/core/device-object';
import {
  App,
  ClientFiles,
  ClientProfileDownload,
  HttpServer,
  VpnStack,
  type ClientProfileDownloadProps,
} from 'tunnelwright';
import { platformOf } from '../../../../lib/platforms';
import { edge, problemsIn } from '../../../support/scenario';

const profile = { hosts: [{ name: 'office', address: { address: 'vpn.example.net', headend: 'elsewhere' } }] };
const given: ClientProfileDownloadProps = {
  profile,
  trustpoint: existing('cert-trustpoint', 'CA-INTERNAL'),
  address: '198.51.100.10',
};
const linesOf = (declare: (stack: VpnStack) => void): string => {
  const stack = new VpnStack(new App(), 'net');
  declare(stack);
  expect(stack.problems).toEqual([]);
  return stack.manifest.targets
    .flatMap(({ platform, desired }) => platformOf(platform).artifacts(desired))
    .map(({ text }) => text)
    .join('\n');
};

test('registers the file, hands it out by TLS, switches the web server off and leaves a copy', () => {
  const text = linesOf((stack) => {
    const copy = new ClientFiles(stack, 'files', { folder: 'dist/clients' });
    new ClientProfileDownload(edge(stack), 'STAFF', { ...given, copy });
  });
  for (const line of [
    'crypto vpn anyconnect profile STAFF bootflash:/STAFF.xml',
    'ip scp server enable',
    'no ip http secure-server',
    'crypto ssl policy STAFF',
    ' ip address local 198.51.100.10 port 443',
  ])
    expect(text).toContain(line);
  expect(text).toContain('<HostAddress>vpn.example.net</HostAddress>');
});

test('on another port the web server is left as it is; one that the program declares counts', () => {
  expect(
    linesOf((stack) => void new ClientProfileDownload(edge(stack), 'STAFF', { ...given, port: 4443 })),
  ).not.toContain('ip http');
  const own = linesOf((stack) => {
    const router = edge(stack);
    new HttpServer(router, 'web', { secureServer: false, server: false });
    new ClientProfileDownload(router, 'STAFF', given);
  });
  expect(own.match(/ip http secure-server/g)).toHaveLength(1);
});

test('away from a router it says where it belongs', () => {
  expect(problemsIn((stack) => void new ClientProfileDownload(stack, 'STAFF', given))).toEqual([
    expect.stringContaining('it is not on a router: give an IosXeRouter as its scope'),
  ]);
});
