import { z } from 'zod';
import { noun } from '../noun';
import { objectName, oneWord, preference, text } from '../values';

/** Attributes that the device gives by itself, as a server would: for local authorization. */
export const aaaAttributeList = noun(
  'aaa-attribute-list',
  'AAA attribute list',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Attributes in order; one type may stand several times. */
    attributes: preference(
      z.strictObject({
        /** Which attribute; `interface-config` is a line of the interface that is cloned for the peer. */
        type: oneWord(64, 'attribute type'),
        /** Its value, like `vrf forwarding RED`. */
        value: text(200).refine((value) => !value.includes('"'), { error: 'write it without quotes: they are added' }),
        /** Only for this service. Default: any. */
        service: oneWord(32, 'service').optional(),
        /** Only for this protocol. Default: any. */
        protocol: oneWord(32, 'protocol').optional(),
      }),
      'attribute',
    ),
  }),
);
