import type { X509Certificate } from 'node:crypto';
import { nothingToDo, type Operation, type Todo } from '../../desired/operation';
import type { Ports } from '../../contract/session';
import { keyId, type Facts, type KeyFact, type OwnFact, type TrustpointFact } from './observed';
import type { PkiDevice } from './device';
import { readRequest } from './csr';
import { agreeing, differing, readPem, type Authority, type Wanted } from './declared';

/** Certificates that a signer gave in this run, by trustpoint. */
export type Signed = ReadonlyMap<string, string>;

const operation = (wanted: Wanted, kind: Operation['kind'], words: string, destroys = false): Operation => ({
  address: wanted.address,
  path: wanted.path,
  kind,
  words,
  ...(destroys ? { destroys } : {}),
});

const titles = { rsa: 'RSA', ec: 'EC' } as const;
const standardBits = { rsa: 2048, ec: 256 } as const;
export const bitsOf = ({ key }: Wanted): number => key?.bits ?? standardBits[key?.type ?? 'rsa'];

const day = 24 * 60 * 60 * 1000;
/** Whether a certificate has ended, or ends within the days in which it is renewed. */
export const isEnding = (expires: Date | undefined, { renewDays }: Pick<Wanted, 'renewDays'>): boolean =>
  expires !== undefined && expires.getTime() - renewDays * day < Date.now();

const keyOperations = (wanted: Wanted, key: KeyFact | undefined): readonly Operation[] => {
  const { key: declared } = wanted;
  if (!wanted.enrols || declared === undefined || wanted.enrollment.type === 'pkcs12') return [];
  if (key === undefined)
    return [
      operation(
        wanted,
        'generate-key',
        `generate ${titles[declared.type]} key ${declared.label}, ${bitsOf(wanted)} bits`,
      ),
    ];
  if (declared.bits === undefined || key.bits === undefined || key.bits === declared.bits) return [];
  const words = `replace ${titles[declared.type]} key ${declared.label} of ${key.bits} bits by one of ${declared.bits}: its certificates are worth nothing then`;
  return [operation(wanted, 'generate-key', words, true)];
};

/** The fingerprint by which a declared authority is known. */
const printOf = (ca: Authority): string =>
  ca.prints.sha1 ? `SHA1 ${ca.prints.sha1}` : ca.prints.md5 ? `MD5 ${ca.prints.md5}` : `SHA256 ${ca.prints.sha256}`;

/** A trustpoint trusts an authority that is not the declared one. */
const otherAuthority = ({ ca, name }: Wanted, fact: TrustpointFact | undefined): string | undefined => {
  if (ca === undefined || fact?.ca === undefined || agreeing(fact.ca, ca.prints)) return undefined;
  const [there, declared] = differing(fact.ca, ca.prints) ?? ['another fingerprint', printOf(ca)];
  return `${name} trusts an authority with ${there}, declared is ${declared}`;
};

const caOperations = (wanted: Wanted, fact: TrustpointFact | undefined): readonly Operation[] => {
  const { ca, name } = wanted;
  if (ca === undefined) return [];
  const print = printOf(ca);
  if (fact?.ca === undefined) return [operation(wanted, 'authenticate-ca', `trust the authority of ${name}, ${print}`)];
  const stranger = otherAuthority(wanted, fact);
  if (stranger === undefined) return [];
  const words = `${stranger}: its certificates are removed, then the declared one is trusted`;
  return [operation(wanted, 'authenticate-ca', words, true)];
};

const spkiOf = (certificate: X509Certificate): Buffer => certificate.publicKey.export({ type: 'spki', format: 'der' });
/** Whether a certificate in PEM is one for this key; a key that the device does not show cannot be compared. */
export const isFor = (pem: string | undefined, key: Pick<KeyFact, 'spki'> | undefined): boolean => {
  const certificate = pem === undefined ? undefined : readPem(pem);
  return certificate !== undefined && (key?.spki === undefined || spkiOf(certificate).equals(key.spki));
};

/** What is known of the trustpoint that is to be enrolled. */
interface Enrolling {
  readonly wanted: Wanted;
  readonly key: KeyFact | undefined;
  /** The certificate that is there and ends. */
  readonly ending: OwnFact | undefined;
  readonly pending: boolean;
  readonly signed: Signed;
  readonly ports: Ports;
}
type Left = Omit<Todo, 'problems'>;
const only = (...operations: readonly Operation[]): Left => ({ operations, waiting: [] });

/** An `enroll` operation; where a certificate ends it says so, and what is done about it. */
const enrolling = ({ wanted, ending }: Enrolling, words: string): Operation => {
  const end = ending?.expires?.toISOString().slice(0, 10);
  const why = end === undefined ? '' : `the certificate of ${wanted.name} ends ${end}: `;
  return operation(wanted, 'enroll', why + words);
};

const byFiles = async (enrol: Enrolling, csr: string, file: string): Promise<Left> => {
  const { wanted, key, ending, pending, ports } = enrol;
  const { name } = wanted;
  const request = await readRequest((await ports.files.read(csr)) ?? '');
  const own = request !== undefined && key?.spki !== undefined && request.spki.equals(key.spki);
  // A renewal with a new key is requested with that one, which the device shows under a name of its own.
  const current = ending !== undefined && wanted.regenerates ? pending && request !== undefined && !own : own;
  const words = `write the request for ${name} to ${csr}, to be answered in ${file}`;
  if (!current) return only(enrolling(enrol, words));
  const answer = await ports.files.read(file);
  const certificate = answer === undefined ? undefined : readPem(answer);
  const old = certificate !== undefined && isEnding(new Date(certificate.validTo), wanted);
  if (isFor(answer, request) && !(ending && old))
    return only(operation(wanted, 'import', `import the certificate of ${name} from ${file}`));
  if (ending && !pending) return only(enrolling(enrol, words));
  const off = old ? 'ends too soon' : `is not for the key ${wanted.key!.label}`;
  const why = answer === undefined ? '' : ` (what is there ${off})`;
  return {
    operations: [],
    waiting: [`${name}: waiting for the certificate in ${file}, its request is in ${csr}${why}`],
  };
};

const byHand = async (enrol: Enrolling): Promise<Left> => {
  const { wanted, key, signed } = enrol;
  const { name, signer } = wanted;
  if (signer !== undefined && 'drop' in signer) return byFiles(enrol, signer.drop.csr, signer.drop.certificate);
  const words = `request a certificate for ${name}, signed by \`${signer!.command.join(' ')}\``;
  const bring = operation(wanted, 'import', `import the certificate of ${name}`);
  const ready = key !== undefined && signed.has(name) && (wanted.regenerates || isFor(signed.get(name), key));
  return ready ? only(bring) : only(enrolling(enrol, words), bring);
};

const ownOperations = async (enrol: Enrolling, fact: TrustpointFact | undefined, anew: boolean): Promise<Left> => {
  const { wanted, key, ending, pending } = enrol;
  const { name, enrollment, enrols } = wanted;
  const isIts = !(key?.spki && fact?.own?.spki && !key.spki.equals(fact.own.spki));
  const valid = fact?.own !== undefined && !anew && isIts && ending === undefined;
  if (!enrols || valid) return nothingToDo;
  switch (enrollment.type) {
    case 'terminal':
      return byHand(enrol);
    case 'url':
      return pending && !anew
        ? { operations: [], waiting: [`${name}: waiting for the authority to grant the certificate`] }
        : only(enrolling(enrol, `request a certificate for ${name} from ${enrollment.url}`));
    case 'selfsigned':
      return only(enrolling(enrol, `make a self-signed certificate for ${name}`));
    case 'pkcs12':
      // What a file brought is renewed by another file, which only a person can have made.
      return ending !== undefined
        ? { operations: [], waiting: [`${name}: its certificate ends ${ending.expires!.toISOString().slice(0, 10)}`] }
        : only(operation(wanted, 'import', `import certificate and key of ${name} from PKCS#12`));
    case 'profile':
    case 'est':
    case 'acme':
      return nothingToDo;
  }
};

/** What one trustpoint still lacks. */
export const todoOf = async (
  wanted: Wanted,
  facts: Facts,
  signed: Signed,
  device: PkiDevice,
  ports: Ports,
): Promise<Left> => {
  const fact = facts.trustpoints.get(wanted.name);
  const held = wanted.key === undefined ? undefined : facts.keys.get(keyId(wanted.key));
  const stranger = otherAuthority(wanted, fact);
  if (stranger !== undefined && device.lines.clear === undefined)
    return {
      operations: [],
      waiting: [`${stranger}: remove the certificates of ${wanted.name} by hand, then run again`],
    };
  const before = [...keyOperations(wanted, held), ...caOperations(wanted, fact)];
  const renewed = before.some(({ destroys }) => destroys === true);
  const fresh = before.some(({ kind }) => kind === 'generate-key');
  const ending = !renewed && isEnding(fact?.own?.expires, wanted) ? fact?.own : undefined;
  const enrol = { wanted, key: fresh ? undefined : held, ending, pending: fact?.pending ?? false, signed, ports };
  const own = await ownOperations(enrol, fact, renewed || fresh);
  return { operations: [...before, ...own.operations], waiting: own.waiting };
};
