import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CertTrustpoint, type CertTrustpointProps } from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import type { TestAuthority } from '../../support/authority';
import type { Rig } from '../../support/rig';
import { edge, manifestOf } from '../../support/scenario';

/** One trustpoint on the edge router; `undefined` declares none. */
export const declared = (props: Partial<CertTrustpointProps> | undefined, label = 'VPN', bits = 2048): Manifest =>
  manifestOf((stack) => {
    const here = edge(stack);
    if (props !== undefined)
      new CertTrustpoint(here, 'vpn', {
        name: 'VPN-CA',
        enrollment: { type: 'terminal' },
        serialNumber: 'none',
        ipAddress: 'none',
        subjectName: 'cn=edge.example.net,o=Example',
        revocationCheck: ['none'],
        rsaKeypair: { label, bits },
        ...props,
      });
  });

export interface Signing {
  readonly command: string[];
  /** The requests that came, in PEM. */
  readonly requests: string[];
  /** For how long it signs. */
  days: number | undefined;
  close(): void;
}

/** A program that signs at the authority of the test: what a person would write around their own CA. */
export const signingProgram = async (rig: Rig, authority: TestAuthority): Promise<Signing> => {
  const requests: string[] = [];
  const signing: { days: number | undefined } = { days: undefined };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (data: Buffer) => (text += data.toString()));
    request.on('end', () => {
      requests.push(text);
      void authority.sign(text, signing.days).then((certificate) => response.end(certificate));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const script = join(rig.room, 'sign.js');
  writeFileSync(
    script,
    `const sent = require('http').request({ host: '127.0.0.1', port: process.argv[2], method: 'POST' }, (got) => got.pipe(process.stdout));
process.stdin.pipe(sent);\n`,
  );
  const { port } = server.address() as AddressInfo;
  return Object.assign(signing, {
    command: [process.execPath, script, String(port)],
    requests,
    close: () => void server.close(),
  });
};
