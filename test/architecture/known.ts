/** Functions above 40 lines that are known: the list only gets shorter. */
export const longFunctions: readonly string[] = [
  'lib/lab/devices/duo-admin/index.ts responder',
  'lib/lab/devices/duo-admin/index.ts startDuo',
  'lib/lab/devices/duo-proxy/index.ts startProxyHost',
  'lib/lab/devices/duo-proxy/sftp.ts serveSftp',
  'lib/lab/devices/fmc/auth.ts makeAuth',
  'lib/lab/devices/fmc/builder.ts builder',
  'lib/lab/devices/fmc/client.ts connect',
  'lib/lab/devices/fmc/deploy.ts makeDeployment',
  'lib/lab/devices/fmc/flaps.ts makeFlaps',
  'lib/lab/devices/fmc/hands.ts makeHands',
  'lib/lab/devices/fmc/index.ts startFmc',
  'lib/lab/devices/fmc/inventory.ts seedDevices',
  'lib/lab/devices/fmc/job-bodies.ts jobBodies',
  'lib/lab/devices/fmc/jobs.ts makeJobs',
  'lib/lab/devices/fmc/limits.ts makeLimits',
  'lib/lab/devices/fmc/objects.ts builtIns',
  'lib/lab/devices/fmc/server.ts listen',
  'lib/lab/devices/fmc/shape.ts settle',
  'lib/lab/devices/fmc/tour.ts tour',
  'scripts/api/source.ts readSource',
  'scripts/constructs/types.ts typeText',
  'scripts/demo.ts story',
];

/** Files in a circle of type imports that are known: the list only gets shorter. */
export const circularFiles: readonly string[] = [];
