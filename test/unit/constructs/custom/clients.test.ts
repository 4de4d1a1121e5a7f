import { ClientFiles, StrongSwanClient, WindowsVpnClient } from 'tunnelwright';
import { Testing } from 'tunnelwright/testing';

/** Programs run without a compiler's check too: what is missing is a problem, and no exception. */
describe('a client without its headend', () => {
  const address = 'vpn.example.net';
  const missing = ['proposals', 'transformSets', 'certificate'];
  const problemsOf = (declare: (files: ClientFiles) => void): readonly string[] => {
    const stack = Testing.stack();
    declare(new ClientFiles(stack, 'clients', { folder: 'dist/clients' }));
    return Testing.problems(stack).map(({ message }) => message.split(':')[0]!);
  };

  test.each([
    ['left out', {}],
    ['empty', { headend: {} }],
    ['of single objects', { headend: { proposals: 'STRONG' } }],
  ])('that is %s', (_how, given) => {
    const windows = { connection: 'Mumbai', address, authentication: { method: 'eap-mschapv2' }, ...given };
    const linux = { address, authentication: { method: 'pubkey', certificate: 'a.pem' }, ...given };
    expect(problemsOf((files) => new WindowsVpnClient(files, 'windows', windows as never))).toEqual(missing);
    expect(problemsOf((files) => new StrongSwanClient(files, 'linux', linux as never))).toEqual(missing);
  });
});
