/** A file of a written program, by its path in the project. */
export interface ProgramFile {
  readonly path: string;
  readonly text: string;
}

/** The program that builds `Network`, which every written project has. */
export const mainFile: ProgramFile = {
  path: 'main.ts',
  text: `import { App } from 'tunnelwright';
import { Network } from './network';

const app = new App();
new Network(app, 'network');
app.synth();
`,
};

/** `network.ts`: its imports, and the class with these lines in its constructor. `what`: what the network is, a sentence. */
export const networkFile = (imports: readonly string[], what: string, body: readonly string[]): ProgramFile => ({
  path: 'network.ts',
  text: [
    ...imports,
    '',
    `/** ${what} */`,
    'export class Network extends VpnStack {',
    '  constructor(scope: Construct, id: string) {',
    '    super(scope, id);',
    ...body.map((line) => (line === '' ? '' : `    ${line}`)),
    '  }',
    '}',
    '',
  ].join('\n'),
});
