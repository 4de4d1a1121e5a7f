import {
  crud,
  description,
  flag,
  line,
  list,
  nameShape,
  number,
  object,
  oneOf,
  ref,
  required,
  secret,
  word,
  zones,
} from '../members';
import { holding, type Part } from './parts';
import type { Collection } from '../world';

export const platformSettings = 'policy/ftdplatformsettingspolicies';
const levels = ['EMERG', 'ALERT', 'CRIT', 'ERR', 'WARNING', 'NOTICE', 'INFO', 'DEBUG'];
const level = (fallback: string) => ({ is: 'word', words: levels, fallback }) as const;
const host = ref('object/hosts', 'object/networks');
const classes =
  'AUTH BRIDGE CA CONFIG CSD DAP EAPOUDP EIGRP HA IDS IP IPAA IPS NP OSPF RM RULE_ENGINE SESSION SNMP SSL SVC SYS ' +
  'TAG_SWITCHING VM VPDN VPN VPNC VPNFO VPNLB WEBFO WEBVPN';

/** From 7.7; it has the id of its policy. */
const setting = (part: string, type: string, members: Collection['members']): Collection => ({
  at: `${platformSettings}/*/syslog/${part}`,
  type,
  verbs: ['GET', 'PUT'],
  since: '7.7',
  members,
  ignored: ['name', 'description'],
  scope: 'holder',
});

const basic = setting('basicloggingsetups', 'BasicLoggingSetup', {
  enableLogging: flag(false),
  enableLoggingFailover: flag(false),
  enableEMBLEMFormat: flag(false),
  enableDebugMesgAsSyslog: flag(false),
  internalBuffMemSizeInBytes: number(4096, 52428800, 4096),
  loggingToFMCType: word('OFF', 'ALL', 'VPN'),
  loggingToFMCLogLevel: level('ERR'),
  ftpServerInfo: object({
    ipAddress: host,
    userName: line,
    path: line,
    password: secret('***********'),
    interfaceGroups: list(ref(...zones)),
  }),
  enableFlash: flag(false),
  maxFlashForLoggingInKB: number(4, 8044176, 3076),
  minFreePreservedSpaceInKB: number(0, 8044176, 1024),
});
const servers = setting('servers', 'Server', {
  allowUserTrafficWhenDown: flag(true),
  /** Numbers as text. */
  messageSizeQueue: { is: 'text', fallback: '512' },
  servers: list(
    object({
      ipAddress: object({ literal: line, object: host }),
      protocol: word('UDP', 'TCP'),
      port: { is: 'text', fallback: '514' },
      secureSyslog: flag(false),
      logMessagesInEMBLEM: flag(false),
      isMgmtReachable: flag(false),
      interfaces: object({ literals: list(line), objects: list(ref(...zones)) }),
    }),
  ),
});
const syslog = setting('syslogsettings', 'SyslogSetting', {
  facility: oneOf('LOCAL0 LOCAL1 LOCAL2 LOCAL3 LOCAL4 LOCAL5 LOCAL6 LOCAL7'),
  timeStampFormat: oneOf('RFC_5424 LEGACY'),
  syslogDeviceIdConfig: object({
    deviceIdConfigType: oneOf('INTERFACE USERDEFINEDID HOSTNAME'),
    interface: ref(...zones),
    userDefinedId: line,
  }),
  syslogEnableAll: object({ enable: flag(false), loggingLevel: level('ERR') }),
});

const destinations: Collection = {
  at: `${platformSettings}/*/syslog/loggingdestinations`,
  type: 'LoggingDestination',
  verbs: crud,
  since: '7.7',
  bulk: true,
  bulkDelete: '7.7',
  members: {
    loggingDestination: oneOf('INTERNAL_BUFFER CONSOLE SYSLOG_SERVERS SNMP_TRAP EMAIL SSH_SESSION', true),
    allEventConfig: object({ filterCriteria: required(oneOf('SEVERITY EVENT_LIST DISABLE')), value: line }),
    specificEventConfig: list(
      object({
        class: { is: 'word', words: classes.split(' '), required: true },
        severity: { ...level('ERR'), required: true },
      }),
    ),
  },
  ignored: ['name', 'description'],
  scope: 'holder',
};

const parts: readonly Part[] = [basic, servers, syslog].map((spec) => ({ spec, sameId: true }));
const held = holding(platformSettings, parts, {});

/** CSCwr13011: it answers another type than it takes. */
const policy: Collection = {
  at: platformSettings,
  type: 'PG.PLATFORM.NgfwPFSettings',
  takes: ['FTDPlatformSettingsPolicy'],
  verbs: crud,
  since: '7.3',
  writes: '7.4',
  unique: [platformSettings],
  ids: 'uuid',
  members: { name: nameShape, description },
  created: held.created,
  owns: (id) => [...held.owns(id), `${platformSettings}/${id}/syslog/loggingdestinations`],
  usedBy: (world, _collection, { id }) => world.assigned(id).map((unit) => `the device ${unit.name}`),
  scope: 'holder',
};

export const platformSettingsCollections: readonly Collection[] = [policy, basic, servers, syslog, destinations];
