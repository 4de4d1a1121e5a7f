import { restDialect, type RestStep } from '../../desired/rest/dialect';
import { lowerRest } from '../../desired/rest/lower';
import type { RestObject } from '../../desired/rest/object';
import type { Platform } from '../../contract/platform';
import { domainNames, isBelow, isGlobal } from '../../model/manager/domain-path';
import { requestsFile } from '../../engine/rest/artifact';
import { grammarOf } from './grammar';
import { impact } from './impact';

const base = '/api/fmc_config/v1/domain/{domainUUID}';

/** Cisco Secure Firewall Management Center over its REST API. */
export const fmc: Platform<'fmc', RestObject, RestStep> = {
  id: 'fmc',
  title: 'FMC',
  role: 'manager',
  manages: true,
  dialect: restDialect,
  lower: (target) => lowerRest(target.resources, grammarOf, 'the FMC', target.settings.version),
  where: ({ host, domain }) => (isGlobal(domain) ? host : `${host} ${domainNames(domain).join('/')}`),
  sees: ({ host, port, domain }, other) =>
    host.toLowerCase() === other.host.toLowerCase() && port === other.port && isBelow(domain, other.domain),
  impact,
  artifacts: (desired) => [requestsFile(desired, base)],
  show: (step) => [`${step.method} ${step.path}`],
  inventory: async (answers) => (await import('./inventory/index.js')).inventory(answers),
  migration: async (answers) => (await import('./inventory/ikev1.js')).migration(answers),
  connect: async (target, ports) => (await import('./transport.js')).connect(target, ports),
};
