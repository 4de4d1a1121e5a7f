import { App } from 'tunnelwright';
import { Network } from './network';

const app = new App();
new Network(app, 'network');
app.synth();
