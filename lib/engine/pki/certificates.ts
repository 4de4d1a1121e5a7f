import type { DeviceCertificate } from '../../contract/observation';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `00:00:00 UTC Jan 1 2020`. Another zone than UTC is read as UTC: that is off by half a day at most. */
const moment = (text: string | undefined): string | undefined => {
  const found = /^(\d+:\d+:\d+) \S+ (?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) (\d+) (\d{4})/.exec(text?.trim() ?? '');
  const month = months.indexOf(found?.[2] ?? '');
  if (!found || month === -1) return undefined;
  return `${found[4]}-${String(month + 1).padStart(2, '0')}-${found[3]!.padStart(2, '0')}T${found[1]}Z`;
};

/** What a name has besides attributes: `Name: edge`, `Serial Number: PID:… SN:…`, `IP Address: …`. */
const besides = '(?:Name|Serial Number|IP Address) *:.*|[\\w.]+ *= *\\S.*';

/** The lines below a heading, joined: `cn=a,o=b`. They are indented, but where a collector took the blanks away. */
const below = (block: string, heading: string): string => {
  const lines = (form: string): string | undefined =>
    new RegExp(`^ *${heading}: *\\n((?:${form}\\n?)+)`, 'm').exec(block)?.[1];
  const found = lines(' {4,}\\S.*') ?? lines(` *(?:${besides})`) ?? '';
  const parts = found.split('\n').map((line) => line.trim());
  const attributes = parts.filter((part) => /^[\w.]+ *= */.test(part));
  return (attributes.length > 0 ? attributes : parts.filter((part) => part !== '')).join(',');
};

/** The certificates that `show crypto pki certificates verbose` prints, and `show crypto ca certificates` of an ASA. */
export const certificatesIn = (shown: string): readonly DeviceCertificate[] =>
  shown
    .replaceAll('\r', '')
    .split(/^(?=(?:CA |Router Self-Signed |Router )?Certificate *$)/m)
    .flatMap((block) => {
      const role = /^((?:\S+ )*Certificate) *\n/.exec(block)?.[1];
      if (role === undefined || !/^ *Validity Date:/m.test(block)) return [];
      return [
        {
          role: role.toLowerCase().replace(/^ca/, 'CA'),
          subject: below(block, 'Subject(?: Name)?'),
          issuer: below(block, 'Issuer(?: Name)?'),
          expires: moment(/end +date: (.*)/.exec(block)?.[1]),
          holders: (/Associated Trustpoints?: (.*)/.exec(block)?.[1] ?? '').split(' ').filter((name) => name !== ''),
        },
      ];
    });
