import { clientPeer } from '../../../../lib/run/temporal/peers';

jest.mock('@temporalio/client', () => {
  throw new Error("Cannot find module '@temporalio/client'\nRequire stack:");
});

test('where the packages of Temporal are missing, it is said which to install', async () => {
  await expect(clientPeer()).rejects.toThrow(
    '[Temporal] its packages are not installed\n    → install them beside tunnelwright: npm install @temporalio/activity @temporalio/client',
  );
});
