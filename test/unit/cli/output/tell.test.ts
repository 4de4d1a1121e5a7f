import { tell, tellBeside } from '../../../../lib/cli/output/report';

const line = 'run 20261129-093255-6b70: to take it back, npx tunnelwright rollback --run 20261129-093255-6b70';
const folded = 'run 20261129-093255-6b70: to take it back,\n  npx tunnelwright rollback --run 20261129-093255-6b70\n';

/** What is written to standard output and standard error by `work`, where both are such windows. */
const seen = (columns: number | undefined, work: () => void): readonly [string, string] => {
  const all = [process.stdout, process.stderr].map((stream) => {
    const were = { isTTY: stream.isTTY, columns: stream.columns };
    Object.assign(stream, { isTTY: columns !== undefined, columns });
    const spy = jest.spyOn(stream, 'write').mockReturnValue(true);
    return { spy, back: () => void Object.assign(stream, were) };
  });
  work();
  const [out = '', error = ''] = all.map(({ spy }) => spy.mock.calls.map(([text]) => String(text)).join(''));
  all.forEach(({ spy, back }) => (spy.mockRestore(), back()));
  return [out, error];
};

test('what a person reads is broken between words on a terminal, and a command is whole', () => {
  expect(seen(80, () => tell(line))).toEqual([folded, '']);
});

test('elsewhere nothing is broken', () => expect(seen(undefined, () => tell(line))).toEqual([`${line}\n`, '']));

test('beside JSON it is broken too, on standard error', () => {
  expect(seen(80, () => tellBeside({ json: true })(line))).toEqual(['', folded]);
});
