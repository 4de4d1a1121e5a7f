/** What the API does at a collection, whichever noun is written there. */
interface Habits {
  /** Many are created by one request. `tried`: by versions that are not known; where it is refused, one by one. */
  readonly bulk?: true | 'tried';
  /** For a while after a write around it, answers may be missing, broken or old (CSCwq61583): they are asked for again. */
  readonly unstable?: true;
}

/**
 * From Cisco's specification; `*` stands for an id. From which version on tunnels and routes have it is unproven, and for
 * ends there is an example and no parameter. Not in bulk: IKE objects, certificate maps, pools, profiles.
 */
const habits: readonly (readonly [string, Habits])[] = [
  ...['hosts', 'networks', 'ranges', 'networkgroups', 'urls', 'grouppolicies', 'radiusservergroups', 'ssoservers'].map(
    (word) => [`object/${word}`, { bulk: true }] as const,
  ),
  ['object/localrealmusers', { bulk: true }],
  ['object/securityzones', { bulk: true }],
  ['object/interfacegroups', { bulk: true }],
  ['policy/ftds2svpns/*/endpoints', { bulk: 'tried' }],
  ['devices/devicerecords/*/virtualtunnelinterfaces', { bulk: 'tried' }],
  ['devices/devicerecords/*/routing/ipv4staticroutes', { bulk: 'tried' }],
  ['devices/devicerecords/*/routing/ipv6staticroutes', { bulk: 'tried' }],
  ['policy/ravpns/*/*', { unstable: true }],
  ['policy/ravpns/*/*/*', { unstable: true }],
];

/** At most 1000 objects and 2 MB in one request (Cisco tech note 215972). */
export const mostInBulk = { objects: 1000, bytes: 2_000_000 } as const;

export const habitsOf = (path: string): Habits => {
  const words = path.split('?')[0]!.split('/');
  const found = habits.find(([pattern]) => {
    const wanted = pattern.split('/');
    return wanted.length === words.length && wanted.every((word, i) => word === '*' || word === words[i]);
  });
  return found?.[1] ?? {};
};
