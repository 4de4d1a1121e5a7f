import { ref, writes, wrongWith } from '../../../support/noun-case';

describe('IP SLA', () => {
  test('an operation asks one question, in a block of its own', () =>
    writes(
      'ip-sla',
      {
        name: '10',
        icmpEcho: {
          destination: '10.58.1.2',
          sourceInterface: ref('tunnel-interface', 'Tunnel100'),
          timeout: 2000,
          frequency: 10,
        },
      },
      `ip sla 10
 icmp-echo 10.58.1.2 source-interface Tunnel100
  timeout 2000
  frequency 10
`,
    ));

  test('runs from now on, for ever', () =>
    writes(
      'ip-sla-schedule',
      { name: '10', operation: ref('ip-sla', '10') },
      'ip sla schedule 10 life forever start-time now\n',
    ));

  test('is what a tracked object follows', () =>
    writes(
      'tracked-object',
      { name: '1', operation: ref('ip-sla', '10'), up: 'reachability', delay: { down: 20, up: 30 } },
      `track 1 ip sla 10 reachability
 delay down 20 up 30
`,
    ));

  test.each([
    ['ip-sla', { name: '0', icmpEcho: { destination: '10.58.1.2' } }, 'name'],
    ['ip-sla', { name: '10', icmpEcho: { destination: '10.58.1.2', frequency: 4 } }, 'icmpEcho.timeout'],
    ['ip-sla-schedule', { name: '11', operation: ref('ip-sla', '10') }, 'name'],
    ['tracked-object', { name: '1001', operation: ref('ip-sla', '10') }, 'name'],
  ] as const)('%s %j is wrong', (kind, noun, at) => {
    expect(wrongWith(kind, noun as never).join('\n')).toContain(at);
  });
});
