import type { X509Certificate } from 'node:crypto';
import { nothingToDo, type Operation, type Todo } from '../../../desired/operation';
import type { Ports } from '../../platform';
import type { Facts, KeyFact, TrustpointFact } from './facts';
import { readRequest } from './request';
import { agreeing, differing, readPem, type Wanted } from './wanted';

/** Certificates that a signer gave in this run, by trustpoint. */
export type Signed = ReadonlyMap<string, string>;

const operation = (wanted: Wanted, kind: Operation['kind'], words: string, destroys = false): Operation => ({
  address: wanted.address,
  path: wanted.path,
  kind,
  words,
  ...(destroys ? { destroys } : {}),
});

export const bitsOf = ({ key }: Wanted): number => key?.bits ?? 2048;

const keyOperations = (wanted: Wanted, key: KeyFact | undefined): readonly Operation[] => {
  const { key: declared } = wanted;
  if (!wanted.enrols || declared === undefined || wanted.enrollment.type === 'pkcs12') return [];
  if (key === undefined)
    return [operation(wanted, 'generate-key', `generate RSA key ${declared.label}, ${bitsOf(wanted)} bits`)];
  if (declared.bits === undefined || key.bits === undefined || key.bits === declared.bits) return [];
  const words = `replace RSA key ${declared.label} of ${key.bits} bits by one of ${declared.bits}: its certificates are worth nothing then`;
  return [operation(wanted, 'generate-key', words, true)];
};

const caOperations = (wanted: Wanted, fact: TrustpointFact | undefined): readonly Operation[] => {
  const { ca, name } = wanted;
  if (ca === undefined) return [];
  const print = ca.prints.sha1
    ? `SHA1 ${ca.prints.sha1}`
    : ca.prints.md5
      ? `MD5 ${ca.prints.md5}`
      : `SHA256 ${ca.prints.sha256}`;
  if (fact?.ca === undefined) return [operation(wanted, 'authenticate-ca', `trust the authority of ${name}, ${print}`)];
  if (agreeing(fact.ca, ca.prints)) return [];
  const [there, declared] = differing(fact.ca, ca.prints) ?? ['another fingerprint', print];
  const words = `${name} trusts an authority with ${there}, declared is ${declared}: its certificates are removed, then the declared one is trusted`;
  return [operation(wanted, 'authenticate-ca', words, true)];
};

const spkiOf = (certificate: X509Certificate): Buffer => certificate.publicKey.export({ type: 'spki', format: 'der' });
/** Whether a certificate in PEM is one for this key; a key that the device does not show cannot be compared. */
export const isFor = (pem: string | undefined, key: KeyFact | undefined): boolean => {
  const certificate = pem === undefined ? undefined : readPem(pem);
  return certificate !== undefined && (key?.spki === undefined || spkiOf(certificate).equals(key.spki));
};

const byHand = async (
  wanted: Wanted,
  key: KeyFact | undefined,
  signed: Signed,
  ports: Ports,
): Promise<Omit<Todo, 'problems'>> => {
  const { name, signer } = wanted;
  if (signer !== undefined && 'command' in signer) {
    const words = `request a certificate for ${name}, signed by \`${signer.command.join(' ')}\``;
    const bring = operation(wanted, 'import', `import the certificate of ${name}`);
    const ready = key !== undefined && isFor(signed.get(name), key);
    return { operations: ready ? [bring] : [operation(wanted, 'enroll', words), bring], waiting: [] };
  }
  const { csr, certificate } = signer!.drop;
  const request = await readRequest((await ports.files.read(csr)) ?? '');
  const current = request !== undefined && key?.spki !== undefined && request.spki.equals(key.spki);
  const words = `write the request for ${name} to ${csr}, to be answered in ${certificate}`;
  if (!current) return { operations: [operation(wanted, 'enroll', words)], waiting: [] };
  const answer = await ports.files.read(certificate);
  if (isFor(answer, key))
    return {
      operations: [operation(wanted, 'import', `import the certificate of ${name} from ${certificate}`)],
      waiting: [],
    };
  const why = answer === undefined ? '' : ` (what is there is not for the key ${wanted.key!.label})`;
  return {
    operations: [],
    waiting: [`${name}: waiting for the certificate in ${certificate}, its request is in ${csr}${why}`],
  };
};

const ownOperations = async (
  wanted: Wanted,
  fact: TrustpointFact | undefined,
  key: KeyFact | undefined,
  renewed: boolean,
  signed: Signed,
  ports: Ports,
): Promise<Omit<Todo, 'problems'>> => {
  const { name, enrollment, enrols } = wanted;
  const valid = fact?.own !== undefined && !renewed && !(key?.spki && fact.own.spki && !key.spki.equals(fact.own.spki));
  if (!enrols || valid) return nothingToDo;
  switch (enrollment.type) {
    case 'terminal':
      return byHand(wanted, key, signed, ports);
    case 'url':
      return fact?.pending && !renewed
        ? { operations: [], waiting: [`${name}: waiting for the authority to grant the certificate`] }
        : {
            operations: [operation(wanted, 'enroll', `request a certificate for ${name} from ${enrollment.url}`)],
            waiting: [],
          };
    case 'selfsigned':
      return { operations: [operation(wanted, 'enroll', `make a self-signed certificate for ${name}`)], waiting: [] };
    case 'pkcs12':
      return {
        operations: [operation(wanted, 'import', `import certificate and key of ${name} from PKCS#12`)],
        waiting: [],
      };
    case 'profile':
      return nothingToDo;
  }
};

/** What one trustpoint still lacks. */
export const todoOf = async (
  wanted: Wanted,
  facts: Facts,
  signed: Signed,
  ports: Ports,
): Promise<Omit<Todo, 'problems'>> => {
  const fact = facts.trustpoints.get(wanted.name);
  const key = wanted.key === undefined ? undefined : facts.keys.get(wanted.key.label);
  const before = [...keyOperations(wanted, key), ...caOperations(wanted, fact)];
  const renewed = before.some(({ destroys }) => destroys === true);
  const fresh = before.some(({ kind }) => kind === 'generate-key');
  const own = await ownOperations(wanted, fact, fresh ? undefined : key, renewed, signed, ports);
  return { operations: [...before, ...own.operations], waiting: own.waiting };
};
