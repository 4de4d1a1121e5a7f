import { ciscoSchema, skipWithoutCisco, type Request } from '../../support/cisco-schema';
import { exampleNames, synthesised } from '../../support/seed-examples';

/** What goes to an FMC, by its path; targets of other kinds have other paths. */
const forFmc = (requests: readonly Request[]): readonly Request[] =>
  requests.filter(({ path }) => path.startsWith('/api/fmc_config/'));

/** What the specification at hand leaves out, which is cut to VPN: routing, access control, users of realms (docs/unproven.md). */
const isBeyond = ({ path }: Request): boolean => /\/(routing\/bgp|accessrules|localrealmusers$)/.test(path);

const sent = exampleNames.flatMap((name) =>
  Object.entries(synthesised(name).requests).flatMap(([target, requests]) => {
    const own = forFmc(requests);
    return own.length === 0 ? [] : [[`${name} ${target}`, own] as const];
  }),
);

test('examples with an FMC are among those looked at', () => {
  expect(sent.map(([name]) => name)).toEqual(
    expect.arrayContaining(['ftd-remote-access-ikev2 fmc', 'site-to-site-certificate fmc']),
  );
});

skipWithoutCisco()('Cisco’s schema takes every body of every example', () => {
  let faultsOf: ReturnType<typeof ciscoSchema>;
  beforeAll(() => {
    faultsOf = ciscoSchema();
  });
  test.each(sent)('%s', (_name, requests) => {
    const [beyond, known] = [requests.filter(isBeyond), requests.filter((request) => !isBeyond(request))];
    expect(known.flatMap(faultsOf)).toEqual([]);
    // Once the specification has them, they are held against it.
    expect(beyond.flatMap(faultsOf)).toEqual(
      beyond.map(({ method, path }) => `${method} ${path} is not in the specification`),
    );
  });
});
