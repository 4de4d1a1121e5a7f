import { z } from 'zod';
import { noun } from '../noun';
import { integer, objectName, preference, text } from '../values';
import { notValid } from '../wording';

/** Parts of a name in a certificate that the FMC compares alone. */
export const nameComponents = [
  'country',
  'common-name',
  'dn-qualifier',
  'email-address',
  'generational-qualifier',
  'given-name',
  'initials',
  'locality',
  'name',
  'organization',
  'organizational-unit',
  'serial-number',
  'surname',
  'state-province',
  'title',
  'user-id',
  'unstructured-name',
  'ip-address',
  'domain-component',
] as const;

const sequence = integer(1, 65535);
const rules = preference(
  z.strictObject({
    /**
     * Which part of the certificate; `name` is any part of the subject. IOS-XE only: `name`,
     * `unstructured-subject-name`, `serial-number`, `valid-start`, `expires-on`. ASA and FMC only: `extended-key-usage`.
     */
    field: z.enum([
      'subject-name',
      'issuer-name',
      'alt-subject-name',
      'name',
      'unstructured-subject-name',
      'serial-number',
      'valid-start',
      'expires-on',
      'extended-key-usage',
    ]),
    /** Which part of that name is compared. Default: all of it. ASA and FMC only; `user-principal-name`: ASA only. */
    component: z
      .enum([...nameComponents, 'user-principal-name'], {
        error: notValid('part of a name', `one of ${nameComponents.join(', ')}, user-principal-name`),
      })
      .optional(),
    /** Equals, contains, does not equal, does not contain; of dates on IOS-XE also before (`lt`), not before (`ge`). */
    operator: z.enum(['eq', 'co', 'ne', 'nc', 'lt', 'ge']),
    /** Compared without regard to case, for example `o = example`. */
    value: text(255),
  }),
  'rule',
);
const rising = (list: readonly { readonly sequence: number }[]): boolean =>
  list.every((one, i) => i === 0 || one.sequence > list[i - 1]!.sequence);

/** Picks certificates by what they say. Rules of one sequence must all hold; sequences are alternatives, lowest first. */
export const certificateMap = noun(
  'certificate-map',
  'certificate map',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** Number of the only sequence, 1 to 65535. Default: 10. IOS-XE only. */
      sequence: sequence.optional(),
      /** What must be true of a certificate; all of them. Instead of `alternatives`. */
      rules: rules.optional(),
      /** Several sequences: a certificate is picked when all rules of any of them hold. IOS-XE only. */
      alternatives: z
        .array(
          z.strictObject({
            /** Place among the alternatives, 1 to 65535. */
            sequence,
            /** What must be true of a certificate; all of them. */
            rules,
          }),
        )
        .min(1, { error: 'write at least one alternative' })
        .refine(rising, { error: 'the sequence numbers do not rise: write the alternatives in their order' })
        .optional(),
    })
    .superRefine((noun, context) => {
      const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      if (noun.alternatives === undefined && noun.rules === undefined)
        issue('rules', "is missing: write rules: [{ field: 'subject-name', operator: 'co', value: 'o = example' }]");
      if (noun.alternatives === undefined) return;
      for (const field of ['rules', 'sequence'] as const)
        if (noun[field] !== undefined) issue(field, 'the alternatives have theirs: leave it out');
    }),
);
