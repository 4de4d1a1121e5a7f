import { z } from 'zod';
import { anyAddress, shownCertificate } from '../choices';
import { cryptoMapSettings } from './crypto-map-settings';
import { noun, ref } from '../noun';
import { integer, objectName, preference } from '../values';
import { plain } from '../plain-text';

/** One peer, or one dynamic map, of the crypto map of an interface: `crypto map MAP SEQUENCE …`. */
export const cryptoMapEntry = noun(
  'crypto-map-entry',
  'crypto map entry',
  z
    .strictObject({
      /** Map and sequence, by which the entry is known. */
      name: plain(),
      /** Name of the crypto map. An interface has one, so entries of several VPNs share it. */
      map: objectName,
      /** Place in the map, 1 to 65535, lowest first. An entry with a dynamic map comes last. */
      sequence: integer(1, 65535),
      /** The dynamic map that it hands over to, instead of all the rest. */
      dynamic: ref('dynamic-map').optional(),
      /** What is protected: an extended list, from the networks here to the networks there. */
      match: ref('access-list').optional(),
      /** Peers, the first that answers. */
      peers: preference(anyAddress, 'peer').max(10, { error: 'write at most ten peers' }).optional(),
      ...cryptoMapSettings,
      /** IPsec proposals in order of preference, at most eleven. Needed here, because a static entry names its own. */
      proposals: cryptoMapSettings.proposals.optional(),
      /** The certificate that the ASA shows. */
      trustpoint: shownCertificate.optional(),
      /** Who opens the connection. Default: bidirectional. */
      connectionType: z.enum(['bidirectional', 'answer-only', 'originate-only']).optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (p.dynamic !== undefined) {
        for (const [field, value] of Object.entries(p))
          if (!['name', 'map', 'sequence', 'dynamic'].includes(field) && value !== undefined)
            issue(field, 'the dynamic map says it: leave it out here');
        return;
      }
      if (p.match === undefined) issue('match', 'is missing: give the AccessList construct of what is protected');
      if (p.peers === undefined) issue('peers', "is missing: write the peer's address");
      if (p.proposals === undefined) issue('proposals', 'is missing: give the IpsecTransformSet construct');
    }),
  { identity: ['map', 'sequence'] },
);
