import type { ImportedDevice } from './device-text';
import { deviceText } from './device-text';

export interface ProgramFile {
  readonly path: string;
  readonly text: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const networkText = (devices: readonly ImportedDevice[]): string =>
  [
    "import { VpnStack, type Construct } from 'tunnelwright';",
    ...devices.map(({ id, variable }) => `import { declare${capital(variable)} } from './devices/${id}';`),
    '',
    '/** The devices that were imported. */',
    'export class Network extends VpnStack {',
    '  constructor(scope: Construct, id: string) {',
    '    super(scope, id);',
    ...devices.map(({ variable }) => `    declare${capital(variable)}(this);`),
    '  }',
    '}',
    '',
  ].join('\n');

const mainText = `import { App } from 'tunnelwright';
import { Network } from './network';

const app = new App();
new Network(app, 'network');
app.synth();
`;

/** The files of the program that declares these devices; the same for the same devices. */
export const programOf = (devices: readonly ImportedDevice[]): readonly ProgramFile[] => [
  { path: 'main.ts', text: mainText },
  { path: 'network.ts', text: networkText(devices) },
  ...devices.map((device) => ({ path: `devices/${device.id}.ts`, text: deviceText(device) })),
];
