import { field, number, same, setOf, type RestGrammar } from '../../../desired/rest/grammar';
import type { NounOf } from '../../../model/nouns';
import { reference } from './reference';

/** Bounds and defaults are those of Cisco's Terraform provider: the schema names none. */
export const slaMonitor: RestGrammar<NounOf<'sla-monitor'>> = {
  form: 'object',
  collection: 'object/slamonitors',
  key: 'slamonitors',
  type: 'SLAMonitor',
  fixed: () => ({ '': { type: 'SLAMonitor' } }),
  fields: {
    description: field('description', { ...same<string>(), canonical: (json) => String(json).trim() }, { absent: '' }),
    number: field('slaId', number),
    address: field('monitorAddress', same<string>()),
    zones: field('interfaceObjects', setOf(reference('security-zone'))),
    frequency: field('frequency', number, { absent: 60 }),
    timeout: field('timeout', number, { absent: 5000 }),
    threshold: field('threshold', number, { absent: 5000 }),
    packets: field('noOfPackets', number, { absent: 1 }),
    dataSize: field('dataSize', number, { absent: 28 }),
    tos: field('tos', number, { absent: 0 }),
  },
};
