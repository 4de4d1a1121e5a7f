import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const openssl = (room: string, ...args: string[]): void => {
  const { status, stderr, error } = spawnSync('openssl', args, { cwd: room, encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(stderr);
};

/** A certificate that an authority issues: `file` is its path, `key` the path of the key that it is for. */
export interface Issued {
  readonly file: string;
  readonly key: string;
  /** `/OU=staff/CN=joe` */
  readonly subject: string;
  /** `email:joe@example.net` */
  readonly names?: string;
  /** `serverAuth` */
  readonly usage?: string;
}

/** Makes an RSA key. */
export const makeKey = (file: string): void => openssl('/', 'genrsa', '-out', file, '2048');

/** An authority of its own in a folder, with its certificate in `<name>.pem` there. */
export const authorityIn = (room: string, name: string) => {
  const [key, certificate] = [join(room, `${name}.key`), join(room, `${name}.pem`)];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  openssl(
    room,
    'req',
    '-x509',
    ...curve,
    '-nodes',
    '-days',
    '30',
    '-keyout',
    key,
    '-out',
    certificate,
    '-subj',
    `/CN=${name}`,
  );
  return {
    certificate,
    issue: ({ file, key: own, subject, names, usage }: Issued): void => {
      const [request, extensions] = [join(room, 'request.csr'), join(room, 'extensions')];
      openssl(room, 'req', '-new', '-key', own, '-out', request, '-subj', subject);
      const lines = [
        ...(names === undefined ? [] : [`subjectAltName=${names}`]),
        ...(usage === undefined ? [] : [`extendedKeyUsage=${usage}`]),
      ];
      writeFileSync(extensions, `basicConstraints=CA:FALSE\n${lines.join('\n')}\n`);
      const by = ['-CA', certificate, '-CAkey', key, '-CAcreateserial', '-days', '30'];
      openssl(room, 'x509', '-req', '-in', request, ...by, '-extfile', extensions, '-out', file);
    },
  };
};
