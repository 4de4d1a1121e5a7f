import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNoun } from '../../../../lib/desired/cli/read-noun';
import { renderTree } from '../../../../lib/desired/cli/tree';
import { parseTree } from '../../../support/cli';
import { nounOfLine } from '../../../../lib/platforms/iosxe/grammar/lookup';

/** Configurations of real devices. They are others' and stay outside of the repository. */
const directory = join(__dirname, '../../../../../shared/samples/running-config');
const present = existsSync(directory);
if (!present) console.log(`skipped: ${directory} is not present`);
const dumps = present ? readdirSync(directory) : [];

(present ? describe : describe.skip)('a real running-config', () => {
  test.each(dumps)('%s loses no line when it is read and written', (name) => {
    const text = readFileSync(join(directory, name), 'utf8');
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('!'));
    const tree = parseTree(text);
    expect(
      renderTree(tree)
        .flatMap((line) => line.split('\n'))
        .map((line) => line.trim()),
    ).toEqual(lines);
    expect(parseTree(renderTree(tree).join('\n')).map((node) => node.text)).toEqual(tree.map((node) => node.text));
  });
  test.each(dumps)('%s is understood in the sections that have a noun', (name) => {
    const unknown = parseTree(readFileSync(join(directory, name), 'utf8')).flatMap((root) => {
      const found = nounOfLine(root.text);
      return found === undefined
        ? []
        : (readNoun(found.grammar, [root])?.unknown ?? [root]).map((node) => `${root.text} / ${node.text}`);
    });
    const beyond = unknown.filter((line) => !allowed.some((known) => known.test(line)));
    expect(beyond).toEqual([]);
  });
});

/** What stands in these sections and has no field: lines of others on an interface of ours, and what is not modelled. */
const allowed: readonly RegExp[] = [
  /^interface (Tunnel|Loopback)\d+ \/ /,
  /^crypto ikev2 keyring \S+ \/ (hostname \S+|pre-shared-key \S+|address \S+ \S+)$/,
  /^crypto ipsec profile \S+ \/ set isakmp-profile \S+$/,
];
