import { sortKeys } from '../../kernel/json';
import { restDialect, type RestStep } from '../../desired/rest/dialect';
import { lowerRest } from '../../desired/rest/lower';
import type { RestObject } from '../../desired/rest/object';
import type { Platform } from '../platform';
import { grammarOf } from './grammar';
import { connect } from './transport';

const base = '/api/fmc_config/v1/domain/{domainUUID}';

/** Cisco Secure Firewall Management Center over its REST API. */
export const fmc: Platform<'fmc', RestObject, RestStep> = {
  id: 'fmc',
  title: 'FMC',
  dialect: restDialect,
  lower: (target) => lowerRest(target.resources, grammarOf, 'the FMC'),
  where: ({ host }) => host,
  artifacts: (desired) => {
    const requests = desired.items
      .flatMap((item) => restDialect.steps(undefined, item.content))
      .map(({ method, path, body }) => ({ method, path: `${base}/${path}`, body: sortKeys(body) }));
    return [{ suffix: '.requests.json', text: `${JSON.stringify(requests, undefined, 2)}\n` }];
  },
  show: (step) => [`${step.method} ${step.path}`],
  connect,
};
