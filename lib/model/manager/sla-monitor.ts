import { z } from 'zod';
import { noun, ref } from '../noun';
import { integer, ipv4, objectName, preference, text } from '../values';

/**
 * An SLA monitor of the FMC: an address that firewalls ping again and again. A static route that names it as `track` is
 * there while the address answers.
 */
export const slaMonitor = noun(
  'sla-monitor',
  'SLA monitor',
  z
    .strictObject({
      /** Name on the FMC. */
      name: objectName,
      /** A remark that the FMC keeps; one line. */
      description: text(200).optional(),
      /** Its number on the firewalls, 1 to 2147483647; each monitor of a firewall has another. */
      number: integer(1, 2147483647),
      /** The address that is asked: one that answers only while the way is up. */
      address: ipv4,
      /** Zones or interface groups with the interfaces that it is asked from; their order means nothing. */
      zones: preference(ref('security-zone'), 'security zone'),
      /** How often it is asked, 1 to 604800 seconds. Default: 60. */
      frequency: integer(1, 604800, 'seconds').optional(),
      /** How long it waits for an answer, 0 to 604800000 milliseconds, at most `frequency`. Default: 5000. */
      timeout: integer(0, 604800000, 'milliseconds').optional(),
      /** An answer that takes longer, 0 to 2147483647 milliseconds, is late. Default: 5000. */
      threshold: integer(0, 2147483647, 'milliseconds').optional(),
      /** How many requests are sent each time, 1 to 100. Default: 1. */
      packets: integer(1, 100).optional(),
      /** Payload of a request, 0 to 16384 bytes. Default: 28. */
      dataSize: integer(0, 16384, 'bytes').optional(),
      /** Type of service in the header of a request, 0 to 255. Default: 0. */
      tos: integer(0, 255).optional(),
    })
    .refine(({ timeout = 5000, frequency = 60 }) => timeout <= frequency * 1000, {
      path: ['timeout'],
      error: 'waits longer than until the next question: write a shorter timeout, or a higher frequency in seconds',
    }),
);
