import type { Json, JsonObject } from '../../../../kernel/json';
import { itemsSeen } from '../domains';
import { flag, list, number, object, refAs, word, zones } from '../members';
import { groups } from './objects';
import { fillPart } from './parts';
import { ravpns } from './ra-places';
import { idIn, itemsOf, type Collection, type World } from '../world';

const most = 2147483647;

/** One for each access interface; the FMC makes and removes them with the interface. */
export const cryptoMap: Collection = {
  at: `${ravpns}/*/ipseccryptomaps`,
  type: 'RaVpnIPsecCryptoMap',
  verbs: ['GET', 'PUT'],
  since: '7.2',
  flaps: true,
  members: {
    interfaceObject: { is: 'ref', to: zones },
    ikev2IpsecProposals: list(refAs('TransformSet2', 'object/ikev2ipsecproposals'), 11),
    enableRRI: flag(true),
    enableClientServices: flag(true),
    clientServicesPort: number(1, 65535, 443),
    /** Misspelt so on the wire. */
    perfectForwardSecracy: object({
      enabled: flag(false),
      modulusGroup: { is: 'number-of', among: groups, fallback: 14 },
    }),
    lifeTimeSeconds: number(120, most, 28800),
    lifeTimeKilobytes: number(10, most, 4608000),
    validateIncomingIcmpErrorMessage: flag(false),
    doNotFragmentPolicy: word('NONE', 'SET', 'COPY', 'CLEAR'),
    tfcPackets: object({
      enabled: flag(false),
      burstBytes: number(0, 16, 0),
      payloadBytes: number(0, 1024, 0),
      timeoutSeconds: number(0, 60, 0),
    }),
  },
  ignored: ['name', 'description'],
  derive: (body, world) => {
    const given = (body['ikev2IpsecProposals'] ?? []) as readonly Json[];
    const standard = itemsSeen(world, 'object/ikev2ipsecproposals').find((item) => item.body['name'] === 'AES-GCM')!;
    return given.length > 0 ? body : { ...body, ikev2IpsecProposals: [{ id: standard.id }] };
  },
  /** The interface is not for a client to change. */
  keeps: ['interfaceObject'],
  scope: 'holder',
};

/** After a policy was written: a crypto map for every access interface, and none for another. */
export const syncCryptoMaps = (world: World, id: string, user: string): void => {
  const body = world.store.get(ravpns)!.get(id)!.body;
  const access = body['accessInterfaceSettings'] as JsonObject;
  const wanted = (access['interfaceSettings'] as readonly JsonObject[]).map((face) => idIn(face['accessInterface']));
  const at = `${ravpns}/${id}/ipseccryptomaps`;
  const there = itemsOf(world, at);
  there
    .filter((item) => !wanted.includes(idIn(item.body['interfaceObject'])))
    .forEach((item) => world.store.get(at)!.delete(item.id));
  wanted
    .filter((face) => !there.some((item) => idIn(item.body['interfaceObject']) === face))
    .forEach((face) => fillPart(world, cryptoMap, id, user, undefined, { interfaceObject: { id: face } }));
};
