import { nameParts } from '../../kernel/distinguished-name';
import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import type { End } from './end';
import { refIn } from './profile';
import type { DeviceView } from '../engine/network-view';

type Trustpoint = NounOf<'cert-trustpoint'>;
type MapRule = NonNullable<NounOf<'certificate-map'>['rules']>[number];

type Trustpoints = readonly (Resource<'cert-trustpoint'> | undefined)[];
const trustpointsBut = (use: 'sign' | 'verify', profile: NounOf<'ikev2-profile'>, device: DeviceView): Trustpoints =>
  (profile.trustpoints ?? [])
    .filter((each) => (each as { readonly use?: string }).use !== use)
    .map((each) => device.to(refIn<'cert-trustpoint'>(each, 'trustpoint')));

/** The trustpoints of a profile whose certificate it shows: not those that only check that of the peer. */
export const shownBy = (profile: NounOf<'ikev2-profile'>, device: DeviceView): Trustpoints =>
  trustpointsBut('verify', profile, device);
/** The trustpoints of a profile that check the certificate of the peer. */
export const checkedBy = (profile: NounOf<'ikev2-profile'>, device: DeviceView): Trustpoints =>
  trustpointsBut('sign', profile, device);

/** How an end proves itself with the key of a trustpoint: `certificate` where its kind is not said. */
export const provenWith = (trustpoint: Resource<'cert-trustpoint'> | undefined): string => {
  if (trustpoint?.noun.ecKeypair !== undefined) return 'ecdsa-sig';
  return trustpoint?.noun.rsaKeypair === undefined ? 'certificate' : 'rsa-sig';
};

/** The subjects that an end may show; undefined of a certificate that is not known. */
export const subjectsOf = ({ shows }: End): readonly (string | undefined)[] =>
  shows.map((each) => each?.noun.subjectName);

/** As it is compared: without case, without blanks around `=` and `,`. A rule may hold a piece of a name alone. */
const parts = (dn: string): readonly string[] =>
  nameParts(dn.toLowerCase()).map(([attribute, value]) => (value === '' ? attribute : `${attribute}=${value}`));

const attributes: Readonly<Partial<Record<NonNullable<MapRule['component']>, readonly string[]>>> = {
  'common-name': ['cn'],
  'organizational-unit': ['ou'],
  organization: ['o'],
  country: ['c'],
  locality: ['l'],
  'state-province': ['st', 's'],
  'email-address': ['e', 'ea', 'email', 'emailaddress'],
  'domain-component': ['dc'],
  'user-id': ['uid'],
};

/** Whether a value stands in a name, and whether it is all of it. */
interface Found {
  readonly contained: boolean;
  readonly equal: boolean;
}

const inSubject = ({ component, value }: MapRule, subject: string): Found | undefined => {
  const has = parts(subject);
  if (component === undefined) {
    const wanted = parts(value);
    const contained = wanted.every((part) => has.join(',').includes(part));
    return { contained, equal: contained && wanted.length === has.length };
  }
  const names = attributes[component];
  if (names === undefined) return undefined;
  const values = nameParts(subject.toLowerCase()).flatMap(([name, each]) => (names.includes(name) ? [each] : []));
  const wanted = value.toLowerCase().trim();
  return { contained: values.some((each) => each.includes(wanted)), equal: values.includes(wanted) };
};

/** Only what the subject can contradict; the order of its parts is the authority's, which may add others. */
const contradicts = (rule: MapRule, subject: string): boolean => {
  const found = rule.field === 'subject-name' ? inSubject(rule, subject) : undefined;
  if (found === undefined) return false;
  if (rule.operator === 'co') return !found.contained;
  if (rule.operator === 'nc') return found.contained;
  // Without a component an authority that adds a part makes it another name.
  if (rule.operator === 'eq') return rule.component === undefined ? !found.contained : !found.equal;
  return rule.operator === 'ne' && found.equal;
};

/** Whether a certificate map may pick a certificate of that subject. */
export const mayPick = ({ noun }: Resource<'certificate-map'>, subject: string): boolean => {
  const sequences = noun.alternatives?.map(({ rules }) => rules) ?? [noun.rules ?? []];
  return sequences.some((rules) => rules.every((rule) => !contradicts(rule, subject)));
};

/** Names that a certificate of the trustpoint is asked for; undefined where the authority alone decides. */
export const askedNames = ({ fqdn, subjectAltName, subjectName }: Trustpoint): readonly string[] | undefined => {
  if (subjectName === undefined && (fqdn === undefined || fqdn === 'none') && subjectAltName === undefined)
    return undefined;
  const ofSubject = nameParts(subjectName ?? '').map(([, value]) => value);
  return [fqdn, subjectAltName, ...ofSubject].flatMap((name) =>
    name === undefined || name === 'none' || name === '' ? [] : [name.toLowerCase()],
  );
};
