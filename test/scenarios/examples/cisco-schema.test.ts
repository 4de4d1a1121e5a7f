import { ciscoSchema, skipWithoutCisco, type Request } from '../../support/cisco-schema';
import { exampleNames, synthesised } from '../../support/seed-examples';

/** What goes to an FMC, by its path; targets of other kinds have other paths. */
const forFmc = (requests: readonly Request[]): readonly Request[] =>
  requests.filter(({ path }) => path.startsWith('/api/fmc_config/'));

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
    expect(requests.flatMap(faultsOf)).toEqual([]);
  });
});
