import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiled } from './compiled';
import type { Rig } from './rig';

const head = `import * as tw from ${JSON.stringify(join(compiled, 'constructs/index.js'))};
const app = new tw.App();
const stack = new tw.VpnStack(app, 'net');
const edge = new tw.IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.9', login: tw.Login.fromEnv('EDGE') });
const fmc = new tw.Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.4.1', login: tw.Login.fromEnv('FMC') });
`;

/** Writes a program as a user would, around what it declares; returns its file. */
export const program = (rig: Rig, body: string): string => {
  const file = join(rig.room, 'main.ts');
  writeFileSync(file, `${head}${body}\napp.synth();\n`);
  return file;
};
