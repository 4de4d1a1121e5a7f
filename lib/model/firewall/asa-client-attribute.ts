import { z } from 'zod';
import { noun, ref } from '../noun';
import { plain } from '../plain-text';
import { objectName, preference, text } from '../values';
import { notValid } from '../wording';

/** The name of a custom attribute, as clients know it. */
export const clientAttributeName = plain().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/, {
  error: notValid('client attribute', 'it like dynamic-split-exclude-domains or DeferredUpdateAllowed'),
});

/**
 * What Secure Client is told besides: `anyconnect-custom-data`, one value of one attribute, which group policies name
 * as `customAttributes`. An FMC keeps both lists of domains of a dynamic split tunnel in one object, an ASA each in an
 * attribute of its own, so that this is another construct than `SecureClientAttribute`. Its values cannot be changed in
 * place: a new one gets another label (Cisco ASA command reference, `anyconnect-custom-data`).
 */
export const asaClientAttribute = noun(
  'asa-client-attribute',
  'client attribute of an ASA',
  z.strictObject({
    /** Attribute and label, by which it is known. */
    name: plain(),
    /** The TLS side of the ASA, which has the attribute among its `customAttributes`. */
    webvpn: ref('webvpn'),
    /**
     * The attribute, by the name that clients know: `dynamic-split-exclude-domains`, `dynamic-split-include-domains`,
     * `DeferredUpdateAllowed`.
     */
    attribute: clientAttributeName,
    /** What this value of it is called. */
    label: objectName.refine((label) => !label.includes('/'), { error: 'write it without a slash' }),
    /**
     * The value: one line of up to 420 characters, or several, which clients get as one text. Of domains every line but
     * the last ends with a comma.
     */
    values: preference(text(420), 'value'),
  }),
  { identity: ['attribute', 'label'] },
);
