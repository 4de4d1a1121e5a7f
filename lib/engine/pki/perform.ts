import { setTimeout as pause } from 'node:timers/promises';
import type { Operation } from '../../desired/operation';
import { problem, type Problem } from '../../kernel/problem';
import { secretMarker } from '../../model/secret';
import type { Ports } from '../../contract/session';
import type { Answer, Ask, Console } from '../../wire/console';
import { refusal } from '../../wire/device-words';
import { asking, notForeseen, type PkiDevice } from './device';
import { keyId } from './observed';
import { readRequest, requestIn } from './csr';
import { bitsOf, isEnding, isFor } from './pending';
import { agreeing, differing, readPem, type Prints, type Wanted } from './declared';

const pasting = (text: string): Ask => ({ prompt: /line by itself:?\s*$/, answer: `${text.trim()}\nquit` });

/** In configuration mode, and out of it again. What the device refused comes back as words. */
const inConfig = async (console: Console, line: string, asks: readonly Ask[], shown?: string): Promise<Answer> => {
  await console.send(['configure terminal']);
  const answer = await console.dialogue(line, [...asks, notForeseen], shown);
  await console.send(['end']);
  return answer;
};

const refused = (output: string, usual: readonly RegExp[]): string | undefined =>
  refusal(
    output
      .split('\n')
      .filter((line) => !usual.some((pattern) => pattern.test(line.trim())))
      .join('\n'),
  );

type Step = (context: Context) => Promise<readonly Problem[]>;
interface Context {
  readonly console: Console;
  readonly device: PkiDevice;
  readonly wanted: Wanted;
  readonly operation: Operation;
  readonly ports: Ports;
  /** Certificates that a signer gave in this run. */
  readonly signed: Map<string, string>;
}

const failing = ({ operation }: Context, code: string, message: string, hint?: string): readonly Problem[] => [
  problem(code, operation.path, message, hint),
];
const unlessRefused = (context: Context, answer: Answer): readonly Problem[] => {
  const words = refused(answer.output, context.device.usual);
  return words === undefined
    ? []
    : failing(context, 'device.operation', `${context.operation.words}: the device says: ${words}`);
};

const generateKey: Step = async (context) => {
  const { console, wanted, operation } = context;
  const { type, label } = wanted.key!;
  const line = context.device.lines.generate(type, label, bitsOf(wanted));
  const replace = operation.destroys ? 'yes' : 'no';
  return unlessRefused(context, await inConfig(console, line, [asking('really want to replace them', replace)]));
};

/** The certificates of a trustpoint go, so that another authority can be trusted. */
const clear = async ({ console, wanted, device }: Context): Promise<void> => {
  const gone = asking('(remove all certificates|Are you sure)', 'yes');
  await inConfig(console, device.lines.clear!(wanted.name), [{ ...gone, prompt: notForeseen.prompt }]);
};

const authenticate: Step = async (context) => {
  const { console, wanted, operation, device } = context;
  const { prints, pem } = wanted.ca!;
  if (operation.destroys) await clear(context);
  let seen: Partial<Prints> = {};
  const judge = (text: string): string => {
    seen = device.prints(text);
    return agreeing(seen, prints) ? 'yes' : 'no';
  };
  const asks = [asking('accept this certificate', judge), ...(pem === undefined ? [] : [pasting(pem)])];
  const answer = await inConfig(console, device.lines.authenticate(wanted.name), asks);
  const shown = Object.keys(seen).length > 0 ? seen : device.prints(answer.output);
  const off = differing(shown, prints);
  if (off)
    return failing(
      context,
      'pki.fingerprint',
      `the authority of ${wanted.name} shows fingerprint ${off[0]}, declared is ${off[1]}: it is not trusted`,
      'ask the authority by another way which is right, then correct ca',
    );
  const hashes = Object.keys(shown);
  if (hashes.length > 0 && !agreeing(shown, prints))
    return failing(
      context,
      'pki.fingerprint',
      `the device shows only the ${hashes.join(' and ').toUpperCase()} of the authority of ${wanted.name}, which is not declared: it is not trusted`,
      'write ca.certificate, which every fingerprint is known of, or that fingerprint',
    );
  return unlessRefused(context, answer);
};

const handOver = async (context: Context, csr: string): Promise<readonly Problem[]> => {
  const { wanted, ports, signed } = context;
  const signer = wanted.signer!;
  if ('drop' in signer) {
    await ports.files.write(signer.drop.csr, csr);
    return [];
  }
  const certificate = await ports.run(signer.command, csr);
  const off = await unfit(context, certificate, 'the signer', csr);
  if (off.length === 0) signed.set(wanted.name, certificate);
  return off;
};

/** Why a certificate is not the one for this device, before it is offered to it. */
const unfit = async (
  context: Context,
  pem: string,
  from: string,
  csr: string | undefined,
): Promise<readonly Problem[]> => {
  const { wanted, console } = context;
  const certificate = readPem(pem);
  if (certificate === undefined) return failing(context, 'pki.certificate', `${from} gave no certificate in PEM`);
  // A renewal may have a new key, which is known by the request alone.
  const request = wanted.regenerates && csr !== undefined ? await readRequest(csr) : undefined;
  if (!isFor(pem, request ?? (await context.device.readFacts(console)).keys.get(keyId(wanted.key!))))
    return failing(
      context,
      'pki.certificate',
      `${from} gave a certificate that is not for the key ${wanted.key!.label}`,
    );
  if (isEnding(new Date(certificate.validTo), wanted))
    return failing(
      context,
      'pki.certificate',
      `${from} gave a certificate that ends ${new Date(certificate.validTo).toISOString().slice(0, 10)}, within the ${wanted.renewDays} days in which it is renewed`,
      'let it be signed for longer, or write fewer renewDays',
    );
  const authority = wanted.ca?.certificate;
  if (authority && !certificate.verify(authority.publicKey))
    return failing(context, 'pki.certificate', `${from} gave a certificate that the declared authority did not sign`);
  return [];
};

const enroll: Step = async (context) => {
  const { console, wanted, ports, device } = context;
  const answer = await inConfig(console, device.lines.enroll(wanted.name), device.enrollAsks);
  const off = unlessRefused(context, answer);
  if (off.length > 0) return off;
  if (wanted.enrollment.type === 'url') {
    for (let waited = 0; waited < 30; waited += 2) {
      const own = (await context.device.readFacts(console)).trustpoints.get(wanted.name)?.own;
      if (own !== undefined && !isEnding(own.expires, wanted)) return [];
      ports.progress(`waiting for the authority of ${wanted.name}`);
      await pause(2000);
    }
    return [];
  }
  if (wanted.enrollment.type === 'selfsigned') return [];
  const request = await requestIn(answer.output);
  if (request === undefined)
    return failing(
      context,
      'pki.request',
      `the device shows no valid request for ${wanted.name}: ${answer.output.split('\n')[0]}`,
    );
  return handOver(context, request.pem);
};

const importOwn: Step = async (context) => {
  const { console, wanted, ports, signed, device } = context;
  const { enrollment, signer, name } = wanted;
  if (enrollment.type === 'pkcs12') {
    const [content, passphrase] = [enrollment.content, enrollment.passphrase].map((ref) =>
      ports.secrets.reveal(secretMarker(ref)),
    );
    const base64 = content!.replace(/\s/g, '');
    if (!/^[A-Za-z0-9+/]+=*$/.test(base64) || !/^[!-~]+$/.test(passphrase!))
      return failing(
        context,
        'secret.untypable',
        `the PKCS#12 file of ${name} or its passphrase cannot be typed, and was not`,
        'give the file in base64, and a passphrase of one word of printable ASCII characters',
      );
    const line = device.lines.importPkcs12(name);
    const asks = [asking('(replace|overwrite)', 'no'), pasting(base64.replace(/.{64}/g, '$&\n'))];
    return unlessRefused(context, await inConfig(console, `${line} ${passphrase}`, asks, line));
  }
  const file = signer && 'drop' in signer ? signer.drop.certificate : undefined;
  const pem = file === undefined ? signed.get(name) : await ports.files.read(file);
  if (pem === undefined)
    return failing(context, 'pki.certificate', `there is no certificate for ${name} any more`, 'run again');
  // What a program signed was looked at when it came.
  const csr = signer && 'drop' in signer ? await ports.files.read(signer.drop.csr) : undefined;
  const off = file === undefined ? [] : await unfit(context, pem, `the file ${file}`, csr);
  if (off.length > 0) return off;
  const asks = [pasting(readPem(pem)!.toString()), ...device.importAsks];
  return unlessRefused(context, await inConfig(console, device.lines.importOwn(name), asks));
};

const steps: Readonly<Partial<Record<Operation['kind'], Step>>> = {
  'generate-key': generateKey,
  'authenticate-ca': authenticate,
  enroll,
  import: importOwn,
};

/** Does one operation on the device. */
export const operateOn = (context: Context): Promise<readonly Problem[]> =>
  steps[context.operation.kind]?.(context) ?? Promise.resolve([]);
