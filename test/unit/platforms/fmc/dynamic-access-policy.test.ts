import { dynamicAccessPolicy } from '../../../../lib/platforms/fmc/grammar/dynamic-access-policy';
import { inBase64 } from '../../../../lib/platforms/fmc/write/base64';

const { leaves } = dynamicAccessPolicy.fields.criteria as {
  leaves: readonly { canonical: (json: never) => unknown }[];
};
const read = (xml: string) => leaves[0]!.canonical(Buffer.from(xml, 'utf8').toString('base64') as never);

test('criteria that are only set out in another way are the same, and others are not', () => {
  const plain = read('<dapRecordList><dapRecord><dapName><value>A B</value></dapName></dapRecord></dapRecordList>');
  const setOut = read(`<?xml version="1.0" encoding="UTF-8"?>
<!-- written by hand -->
<dapRecordList>
  <dapRecord>
    <dapName>
      <value>A B</value>
    </dapName>
  </dapRecord>
</dapRecordList>
`);
  expect(setOut).toEqual(plain);
  expect(
    read('<dapRecordList><dapRecord><dapName><value>AB</value></dapName></dapRecord></dapRecordList>'),
  ).not.toEqual(plain);
});

test('what is sent is in base64, and all else of a body as it is', () => {
  expect(inBase64({ name: 'X', list: [{ at: { base64: 'text' } }], other: { base64: 'text', more: 1 } })).toEqual({
    name: 'X',
    list: [{ at: 'dGV4dA==' }],
    other: { base64: 'text', more: 1 },
  });
});
