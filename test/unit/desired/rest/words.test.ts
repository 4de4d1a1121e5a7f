import { restDialect } from '../../../../lib/desired/rest/dialect';
import { lowerRest } from '../../../../lib/desired/rest/lower';
import { readObject } from '../../../../lib/desired/rest/object';
import type { JsonObject } from '../../../../lib/kernel/json';
import type { Kind } from '../../../../lib/model/nouns';
import { grammarOf } from '../../../../lib/platforms/fmc/grammar';

/** Words of the REST grammar, each on a noun that has it. */

const objectOf = (kind: Kind, noun: object) => {
  const own = { kind, name: 'x', path: 'stack/fmc/x', noun: { name: 'x', ...noun } as never };
  const { desired, problems } = lowerRest([own], grammarOf, 'the FMC');
  expect(problems).toEqual([]);
  return desired.items[0]!.content;
};
const book = { judge: (marker: string) => marker, reveal: (text: string) => text } as never;

describe('asked', () => {
  const file = { type: 'pkcs12', content: { secret: 'env', name: 'P12' }, passphrase: { secret: 'env', name: 'PASS' } };
  const filledIn: JsonObject = {
    name: 'x',
    enrollmentType: 'PKCS12',
    revocation: { evaluationPriority: 'OCSP', ignoreRevocation: true },
    validationUsage: { ipsecClient: true, sslClient: true, sslServer: true },
  };
  const live = (like: ReturnType<typeof objectOf>) =>
    readObject(grammarOf('cert-trustpoint') as never, like, { '': filledIn }, book);

  test('what nobody declared is the platform’s own, whatever it fills in', () => {
    const wanted = objectOf('cert-trustpoint', { enrollment: file });
    expect(restDialect.steps(live(wanted), wanted)).toEqual([]);
  });
  test('what is declared is compared and written', () => {
    const wanted = objectOf('cert-trustpoint', { enrollment: file, validationUsage: ['ipsec-client'] });
    const [step, ...more] = restDialect.steps(live(wanted), wanted);
    expect(more).toEqual([]);
    expect(step).toMatchObject({
      method: 'PUT',
      body: { validationUsage: { ipsecClient: true, sslClient: false, sslServer: false } },
    });
  });
});

describe('later', () => {
  const wins = [{ ref: 'network-object', name: 'wins', external: true }];
  const general = (body: JsonObject | undefined) => body?.['generalSettings'] as JsonObject | undefined;

  test('a creation has it in a request of its own, after the other', () => {
    const steps = restDialect.steps(undefined, objectOf('ftd-group-policy', { protocols: ['ssl'], winsServers: wins }));
    expect(steps.map(({ method, body }) => [method, general(body)?.['primaryWINSServer'] !== undefined])).toEqual([
      ['POST', false],
      ['PUT', true],
    ]);
  });
  test('without it there is the creation alone', () => {
    const steps = restDialect.steps(undefined, objectOf('ftd-group-policy', { protocols: ['ssl'] }));
    expect(steps.map(({ method }) => method)).toEqual(['POST']);
  });
});

describe('a list of records', () => {
  const bgp = (...neighbors: readonly object[]) =>
    objectOf('ftd-bgp', { device: { ref: 'ftd-device', name: 'pune', external: true }, asn: 65010, neighbors });
  const near = (address: string, more: object = {}) => ({ address, remoteAs: 65011, ...more });
  const shown = (...both: readonly [ReturnType<typeof bgp> | undefined, ReturnType<typeof bgp>]) =>
    restDialect.differences(...both).flatMap(({ sign, text }) => (text.includes('neighbors') ? [[sign, text]] : []));
  const written = (address: string, weight = 0) =>
    `bgp: addressFamilyIPv4.neighbors: ipv4Address ${address}, neighborAdvanced.neighborHops.maxHopCount 1, neighborAdvanced.neighborWeight ${weight}, neighborGeneral.enableAddress true, neighborGeneral.shutdown false, neighborTimers.holdTime 180, neighborTimers.keepAliveInterval 60, remoteAs 65011`;

  test('has a line for each that is made', () => {
    expect(shown(undefined, bgp(near('10.0.0.1'), near('10.0.0.2')))).toEqual([
      ['add', written('10.0.0.1')],
      ['add', written('10.0.0.2')],
    ]);
  });
  test('shows what goes and comes, and not what stays', () => {
    const [before, after] = [bgp(near('10.0.0.1'), near('10.0.0.2')), bgp(near('10.0.0.1'), near('10.0.0.3'))];
    expect(shown(before, after)).toEqual([
      ['remove', written('10.0.0.2')],
      ['add', written('10.0.0.3')],
    ]);
    expect(shown(before, bgp(near('10.0.0.1', { weight: 5 }), near('10.0.0.2')))).toEqual([
      ['remove', written('10.0.0.1')],
      ['add', written('10.0.0.1', 5)],
    ]);
  });
});
