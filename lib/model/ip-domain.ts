import { z } from 'zod';
import { noun } from './noun';
import { domainName, objectName } from './values';

/** The domain that the device is in. Its general key and its certificates are called by host name and domain. */
export const ipDomain = noun(
  'ip-domain',
  'IP domain',
  z.strictObject({
    /** Set by the construct: a device has one. */
    name: objectName,
    /** Completes names without a dot: `example.net`. A trustpoint without `fqdn` requests for host name and domain. */
    domainName,
  }),
);
