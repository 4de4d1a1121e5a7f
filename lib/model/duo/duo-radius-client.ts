import { z } from 'zod';
import { anyAddress } from '../choices';
import { attributeNames, count, common, port, sectionName } from './duo-values';
import { noun } from '../noun';
import { secretRef } from '../secret';
import { preference, text } from '../values';

/** A RADIUS server that checks passwords for the Duo proxy: ISE or another. The only kind that EAP and MS-CHAPv2 are passed on to. */
export const duoRadiusClient = noun(
  'duo-radius-client',
  'RADIUS client of the Duo proxy',
  z.strictObject({
    /** Name of the section: radius_client, radius_client2. */
    name: sectionName('radius_client'),
    /** Servers in the order in which they are asked. One address each: the proxy resolves no names here. */
    hosts: preference(
      z.strictObject({
        /** Address of the server. */
        address: anyAddress,
        /** UDP port. Default: 1812. */
        port: port.optional(),
      }),
      'host',
    ),
    /** Shared secret: what ISE has for the proxy as network device. Only ever a `Secret`. */
    secret: secretRef,
    /** How often to ask again. Default: 3. */
    retries: count.optional(),
    /** Seconds before it asks again. Default: 2. */
    retryWait: count.optional(),
    /** What the proxy says its NAS-IP-Address is. Default: its own address. */
    nasIp: anyAddress.optional(),
    /** Attributes of the request that the server gets too. */
    passThroughAttributes: attributeNames.optional(),
    /** Hand all attributes of the request on. Default: false. */
    passThroughAll: z.boolean().optional(),
    /** Python's name of the encoding of passwords. Default: utf-8. */
    passwordCodec: text(32).optional(),
    ...common,
  }),
);
