import type { Device, NamedKey } from '../types';
import type { Reply } from '../../../terminal/reply';
import { later, yesNo } from '../../../terminal/questions';
import { newKey } from './keys';
import { certificatesOf, fullName, hold, keyNameOf, keyOf, rollKey, setComingKey, trustpointOf } from './store';
import { nameOf, newRequest, newSelfSigned } from '../../../server/x509';

interface Enrolment {
  readonly device: Device;
  readonly user: string;
  readonly trustpoint: string;
  readonly says: (lead: string) => string | undefined;
  readonly key: NamedKey;
}

const subjectOf = ({ device, says }: Enrolment) => {
  const fqdn = says('fqdn');
  return { typed: says('subject-name') ?? '', hostname: fqdn === 'none' ? undefined : (fqdn ?? fullName(device)) };
};

const requestOf = async (enrolment: Enrolment): Promise<Buffer> => {
  const { typed, hostname } = subjectOf(enrolment);
  return newRequest(enrolment.key, nameOf(typed, hostname)!, enrolment.says('hash'), hostname);
};

const wrapped = (der: Buffer): readonly string[] => der.toString('base64').match(/.{1,64}/g)!;

const display = (request: Buffer, pem: boolean): Reply => {
  const mark = (word: string): readonly string[] => (pem ? [`-----${word} CERTIFICATE REQUEST-----`] : []);
  const end = pem ? '' : '\n---End - This line not part of the certificate request---';
  const text = [
    'Certificate Request follows:',
    '',
    ...mark('BEGIN'),
    ...wrapped(request),
    ...mark('END'),
    end,
    '',
  ].join('\n');
  return yesNo(text, 'Redisplay enrollment request? [yes/no]: ', (yes) => (yes ? display(request, pem) : {}));
};

const byHand = (enrolment: Enrolment): Reply =>
  yesNo('', 'Display Certificate Request to terminal? [yes/no]: ', (yes) =>
    later(
      undefined,
      requestOf(enrolment).then((request) => {
        enrolment.device.pki.requests.set(enrolment.trustpoint, request);
        return yes ? display(request, enrolment.says('enrollment terminal')?.includes('pem') ?? false) : {};
      }),
    ),
  );

const overScep = (enrolment: Enrolment): Reply => {
  const { device, user, trustpoint } = enrolment;
  return yesNo('', 'Request certificate from CA? [yes/no]: ', (yes) =>
    yes
      ? later(
          `% Certificate request sent to Certificate Authority\n% The 'show crypto pki certificate verbose ${trustpoint}' commandwill show the fingerprint.\n`,
          (async () => {
            const granted = await (await device.pki.authority()).grant(await requestOf(enrolment));
            device.change(hold(device.running(), trustpoint, 'router', granted), user);
            rollKey(device, trustpoint);
            return {};
          })(),
        )
      : {},
  );
};

const byItself = (enrolment: Enrolment): Reply => {
  const { device, user, trustpoint, key } = enrolment;
  const { typed, hostname } = subjectOf(enrolment);
  return yesNo('', 'Generate Self Signed Router Certificate? [yes/no]: ', (yes) =>
    yes
      ? later(
          undefined,
          newSelfSigned(key, nameOf(typed, hostname)!, '01', device.clock.now()).then((der) => {
            device.change(hold(device.running(), trustpoint, 'self-signed', der), user);
            rollKey(device, trustpoint);
            return { text: '\nRouter Self Signed Certificate successfully created\n' };
          }),
        )
      : {},
  );
};

/** What a trustpoint that does not say so is asked: serial number and address in the subject. */
const subjectQuestions = ({ says }: Enrolment, then: () => Reply): Reply => {
  const address = (): Reply =>
    says('ip-address') === undefined
      ? yesNo(
          '',
          '% Include an IP address in the subject name? [no]: ',
          (yes) => (yes ? { ask: { prompt: 'Enter Interface name or IP Address[]: ', answer: then } } : then()),
          false,
        )
      : then();
  return says('serial-number') === undefined
    ? yesNo('', '% Include the router serial number in the subject name? [yes/no]: ', address)
    : address();
};

const challenge = (enrolment: Enrolment, then: () => Reply): Reply => {
  if (enrolment.says('password') !== undefined) return then();
  const again = (first: string): Reply => ({
    ask: {
      prompt: 'Re-enter password: ',
      hidden: true,
      answer: (second) => (second === first ? then() : { text: '% Passwords do not match' }),
    },
  });
  return {
    text: '% Create a challenge password. You will need to verbally provide this\n   password to the CA Administrator in order to revoke your certificate.\n   For security reasons your password will not be saved in the configuration.\n   Please make a note of it.\n',
    ask: { prompt: 'Password: ', hidden: true, answer: again },
  };
};

const started = (enrolment: Enrolment): Reply => {
  const kind = enrolment.says('enrollment') ?? '';
  const { typed, hostname } = subjectOf(enrolment);
  const includes = [typed, hostname ?? '']
    .filter((text) => text !== '')
    .map((text) => `% The subject name in the certificate will include: ${text}`);
  const before = (reply: Reply, ...lines: readonly string[]): Reply => ({
    ...reply,
    text: [...lines, ...(reply.text === undefined ? [] : [reply.text])].join('\n'),
  });
  if (kind.startsWith('selfsigned')) return subjectQuestions(enrolment, () => byItself(enrolment));
  const head = '% Start certificate enrollment .. \n';
  const asked = (end: () => Reply): Reply => before(subjectQuestions(enrolment, end), ...includes);
  return kind.startsWith('url')
    ? before(
        challenge(enrolment, () => asked(() => overScep(enrolment))),
        '%',
        head,
      )
    : before(
        asked(() => byHand(enrolment)),
        head,
      );
};

const regenerates = (says: Enrolment['says']): boolean =>
  says('regenerate') !== undefined || (says('auto-enroll')?.split(' ').includes('regenerate') ?? false);

/** `regenerate`: the old key and its certificate are kept until the new key has one. */
const withNewKey = (enrolment: Enrolment): Reply =>
  later(
    undefined,
    newKey(enrolment.device, enrolment.key).then((key) => {
      setComingKey(enrolment.device, key);
      return started({ ...enrolment, key });
    }),
  );

/** `crypto pki enroll TP`. */
export const enroll = (device: Device, user: string, trustpoint: string): Reply => {
  const says = trustpointOf(device, trustpoint);
  if (says === undefined) return { text: `% CA trustpoint for label ${trustpoint} not known` };
  const selfsigned = says('enrollment')?.startsWith('selfsigned') ?? false;
  const held = certificatesOf(device, trustpoint);
  if (!selfsigned && !held.some(({ role }) => role === 'ca'))
    return { text: '% You must authenticate the Certificate Authority before\n  you can enroll with it.' };
  const key = keyOf(device, trustpoint);
  if (key === undefined) {
    const { type, label } = keyNameOf(device, trustpoint);
    return { text: `% Please generate the ${type.toUpperCase()} keys named ${label} first` };
  }
  const enrolment: Enrolment = { device, user, trustpoint, says, key };
  if (nameOf(subjectOf(enrolment).typed) === undefined)
    return { text: `% ${says('subject-name')} is not a valid subject name` };
  if (!held.some(({ role }) => role !== 'ca')) return started(enrolment);
  return yesNo(
    '% You already have a certificate from this trustpoint.\n% If you continue with re-enrollment, the existing certificate is replaced.',
    '% Do you want to continue with re-enrollment? [yes/no]: ',
    (yes) => (yes ? (regenerates(says) ? withNewKey(enrolment) : started(enrolment)) : {}),
  );
};
