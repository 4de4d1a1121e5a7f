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
