import { z } from 'zod';
import { application, common, port, proxied, sectionName } from './duo-values';
import { noun } from '../noun';
import { secretRef } from '../secret';
import { text } from '../values';

/** Lets Duo's service read users from a directory by way of this proxy. */
export const duoCloud = noun(
  'duo-cloud',
  'directory sync of the Duo proxy',
  z
    .strictObject({
      /** Name of the section: cloud, cloud2. */
      name: sectionName('cloud'),
      ...application,
      /** Account that reads the directory. */
      serviceAccountUsername: text(128).optional(),
      /** Its password. Only ever a `Secret`. */
      serviceAccountPassword: secretRef.optional(),
      /** HTTP proxy on the way to Duo's service. */
      httpProxyHost: text(253).optional(),
      /** Port of the HTTP proxy. Default: 80. Needs `httpProxyHost`. */
      httpProxyPort: port.optional(),
      ...common,
    })
    .superRefine(proxied)
    .superRefine((p, context) => {
      const [username, password] = [p.serviceAccountUsername, p.serviceAccountPassword];
      if ((username === undefined) === (password === undefined)) return;
      const path = username === undefined ? 'serviceAccountUsername' : 'serviceAccountPassword';
      context.addIssue({
        code: 'custom',
        path: [path],
        message: 'is missing: write both, an account has a name and a password',
      });
    }),
);
