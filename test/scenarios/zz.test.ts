import { mkdirSync, writeFileSync } from 'node:fs';
import { exampleNames, synthesised } from '../support/seed-examples';
test.each(exampleNames)('%s', (name) => {
  const { said, configs } = synthesised(name);
  mkdirSync('/tmp/cfg', { recursive: true });
  writeFileSync(`/tmp/cfg/${name.replace('/', '-')}.cfg`, Object.values(configs).join('\n====\n'));
  expect(said).toBe('');
});
