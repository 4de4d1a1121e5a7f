import { onHeaderLine, lines, statements } from '../../../desired/cli/forms';
import { after, mapped, name, rest, sequence, type Words } from '../../../desired/cli/words';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';

type Attribute = NounOf<'asa-client-attribute'>;
type Place = Pick<Attribute, 'name' | 'attribute' | 'label'>;

const placeOf = (attribute: string, label: string): Place => ({ name: `${attribute}/${label}`, attribute, label });

/**
 * `anyconnect-custom-data dynamic-split-exclude-domains MEDIA video.example.net,radio.example.net`. Several lines of one
 * label are one text; `no` takes them all, with attribute and label alone. Whether an ASA lets one go that a group policy
 * names is not proven, so that none is changed in place.
 */
export const asaClientAttribute = statements<Attribute>({
  lead: 'anyconnect-custom-data',
  key: mapped(
    sequence<Pick<Place, 'attribute' | 'label'>>({ attribute: name, label: name }),
    ({ attribute, label }) => placeOf(attribute, label),
    (place) => place,
  ),
  clear: 'no anyconnect-custom-data',
  immutable: true,
  through: {
    lines: (noun) => ({ values: noun['values'] }),
    noun: (read) => ({ ...read, webvpn: { ref: 'webvpn', name: 'webvpn' } }),
  },
  fields: {
    webvpn: onHeaderLine,
    attribute: onHeaderLine,
    label: onHeaderLine,
    values: lines('', rest, { ordered: true }),
  },
});

/** `dynamic-split-exclude-domains value MEDIA`, as a group policy names one. */
export const attributeInPolicy: Words<Ref<'asa-client-attribute'>> = mapped(
  sequence<{ attribute: string; label: string }>({ attribute: name, label: after(['value'], name) }),
  ({ attribute, label }) => ({ ref: 'asa-client-attribute', name: placeOf(attribute, label).name }),
  (ref) => {
    const [attribute = '', label = ''] = ref.name.split('/');
    return { attribute, label };
  },
);
