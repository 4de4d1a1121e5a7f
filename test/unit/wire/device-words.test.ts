import { refusal } from '../../../lib/wire/device-words';

test.each([
  ["        ^\n% Invalid input detected at '^' marker.", "% Invalid input detected at '^' marker."],
  ['% Incomplete command.', '% Incomplete command.'],
  ['% Ambiguous command:  "int"', '% Ambiguous command:  "int"'],
  ['% Proposal P does not exist', '% Proposal P does not exist'],
  ['%Invalid interface type and number', '%Invalid interface type and number'],
  ['% 10.58.1.0 overlaps with Tunnel5', '% 10.58.1.0 overlaps with Tunnel5'],
  ['Command rejected: not allowed', 'Command rejected: not allowed'],
  ['Command authorization failed.', 'Command authorization failed.'],
  ['ERROR: something', 'ERROR: something'],
  ['% First\n% Second', '% First % Second'],
])('%p is a refusal', (output, words) => {
  expect(refusal(output)).toBe(words);
});
test.each([
  '',
  'Building configuration...\n[OK]',
  '*Mar  1 00:00:00.000: %SYS-5-CONFIG_I: Configured from console by lab',
  '%LINEPROTO-5-UPDOWN: Line protocol on Interface Tunnel100, changed state to up',
  '% Generating 2048 bit RSA keys, keys will be non-exportable...',
  '%Rollback Confirmed Change: Backing up current running config to bootflash:x',
  '%WARNING: this is only a warning',
  "% Please enter 'yes' or 'no'.",
])('%p only informs', (output) => {
  expect(refusal(output)).toBeUndefined();
});
