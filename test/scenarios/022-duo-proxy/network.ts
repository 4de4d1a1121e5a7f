import {
  DuoOnlyClient,
  DuoProxyMain,
  DuoRadiusClient,
  DuoRadiusServerAuto,
  DuoRadiusServerChallenge,
  DuoRadiusServerDuoOnly,
  Secret,
} from 'tunnelwright';
import { duoProxyHost, type Scenario } from '../../support/scenario';

/** What an administrator has there already: a setting, a client and a comment, none of them ours. */
const config = `; written by hand, long ago
[main]
log_auth_events = True

[sso]
rikey=RIABCDEFGHIJKLMNOPQR
x_key=of somebody else ; no comment
`;

const application = {
  ikey: 'DIABCDEFGHIJKLMNOPQR',
  skey: Secret.fromEnv('DUO_SKEY'),
  apiHost: 'api-0123abcd.duosecurity.com',
};

/** The file of a Duo proxy beside what others have in it. */
export const scenario: Scenario = {
  title: 'the file of a Duo proxy, which others write too',
  world: { duoProxy: { config } },
  secrets: {
    DUO_SKEY: 'Kx8vTq2LmZ0rWc5YbN7hJd3FsG9pQe1RuA4iOo6C',
    ISE_SECRET: 'Pm3;granite=harbor#7',
    EDGE_SECRET: 'Vt9 meadow:copper 4',
  },
  declare: (stack, variant) => {
    const here = duoProxyHost(stack);
    if (variant === 'nothing') return;
    new DuoProxyMain(here, 'main', { debug: false, logMaxFiles: 9 });
    const ise = new DuoRadiusClient(here, 'radius_client', {
      hosts: [{ address: '10.197.243.116' }, { address: '10.197.243.117', port: 1645 }],
      secret: Secret.fromEnv('ISE_SECRET'),
      passThroughAll: true,
    });
    new DuoRadiusServerAuto(here, 'radius_server_auto', {
      ...application,
      client: ise,
      callers: [
        { address: '10.106.54.143', secret: Secret.fromEnv('EDGE_SECRET') },
        ...(variant === 'edited' ? [{ address: '10.106.54.0/28', secret: Secret.fromEnv('EDGE_SECRET') }] : []),
      ],
      factors: ['push', 'passcode'],
    });
    new DuoRadiusServerChallenge(here, 'radius_server_challenge', {
      ...application,
      client: ise,
      callers: [{ address: '10.106.54.150', secret: Secret.fromEnv('EDGE_SECRET') }],
      port: 1645,
    });
    if (variant === 'less') return;
    new DuoOnlyClient(here, 'duo_only_client', {});
    new DuoRadiusServerDuoOnly(here, 'radius_server_duo_only', {
      ...application,
      callers: [{ address: '10.106.54.160', secret: Secret.fromEnv('EDGE_SECRET') }],
      port: 18120,
    });
  },
  edits: ['duo update duo-radius-server-auto/radius_server_auto'],
  deletes: [
    'duo delete duo-radius-server-duo-only/radius_server_duo_only',
    'duo delete duo-only-client/duo_only_client',
  ],
  inOthers: true,
};
