import type { LabAsa } from '../devices/asa';
import { labKeys, type LabDuo } from '../devices/duo-admin';
import type { LabProxyHost } from '../devices/duo-proxy';
import type { LabFmc } from '../devices/fmc';
import type { LabIse } from '../devices/ise';
import type { LabRouter } from '../devices/iosxe';
import type { Standing } from './describe';

const password = 'lab-password';
const at = ({ host, port }: { readonly host: string; readonly port: number }) => ({ host, port });

export const overSsh = (
  host: string,
  title: string,
  device: LabRouter | LabAsa | LabProxyHost,
  client: 'ssh -p' | 'sftp -P' = 'ssh -p',
): Standing => ({
  host,
  title,
  at: at(device),
  login: { username: 'lab', password, file: 'password' },
  trust: { file: 'known_hosts', text: device.knownHosts },
  reach: `${client} ${device.port} lab@${device.host}   password: ${password}`,
  close: () => device.close(),
});

const overHttps = (
  host: string,
  title: string,
  device: LabFmc | LabIse | LabDuo,
  username: string,
  secret = { password, file: 'password' },
): Standing => ({
  host,
  title,
  at: at(device),
  login: { username, ...secret },
  trust: { file: 'ca.pem', text: device.ca },
  reach: `https://${device.host}:${device.port}   user: ${username}, password: ${secret.password}`,
  close: () => device.close(),
});

/** The most that a program may declare. */
const anyRate = { settings: { requestsPerMinute: 100_000 } };
export const standingFmc = (host: string, title: string, fmc: LabFmc): Standing => ({
  ...overHttps(host, title, fmc, 'api'),
  ...(fmc.takesAnyRate ? anyRate : {}),
});
export const standingIse = (host: string, title: string, ise: LabIse): Standing =>
  overHttps(host, title, ise, 'ers-admin');
export const standingDuo = (host: string, title: string, duo: LabDuo): Standing =>
  overHttps(host, title, duo, labKeys.integrationKey, { password: labKeys.secretKey, file: 'duo-secret-key' });
