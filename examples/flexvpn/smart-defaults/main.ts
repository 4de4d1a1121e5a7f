/**
 * The objects named default that a router has by itself: changed on one router, switched off on another. Cisco Live BRKSEC-2881,
 * "Reconfigurable Defaults". What the slides show of algorithms is of 2017: here stronger ones stand.
 */
import {
  App,
  IkeV2AuthorizationPolicy,
  IkeV2Policy,
  IkeV2Proposal,
  IosXeRouter,
  IpsecTransformSet,
  Login,
  SmartDefaults,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const changed = new IosXeRouter(this, 'changed', {
      host: '192.0.2.1',
      release: '17.9',
      login: Login.fromEnv('ROUTERS'),
    });
    const proposal = new IkeV2Proposal(changed, 'proposal', {
      name: 'default',
      encryption: ['aes-cbc-256', 'aes-cbc-128'],
      integrity: ['sha512', 'sha256'],
      group: [19, 14],
    });
    new IkeV2Policy(changed, 'policy', { name: 'default', fvrf: 'any', proposals: [proposal] });
    new IpsecTransformSet(changed, 'transform-set', { name: 'default', encryption: 'aes-cbc-256', integrity: 'sha1' });
    new IkeV2AuthorizationPolicy(changed, 'authorization', {
      name: 'default',
      routeSetInterface: true,
      routeAccept: {},
    });

    const off = new IosXeRouter(this, 'off', { host: '192.0.2.2', release: '17.9', login: Login.fromEnv('ROUTERS') });
    new SmartDefaults(off, 'off', { disabled: ['ikev2-proposal', 'ipsec-transform-set'] });
  }
}

const app = new App();
new Network(app, 'smart-defaults');
app.synth();
