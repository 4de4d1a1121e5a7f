import type { Command } from 'commander';
import { createRequire } from 'node:module';
import { readableNames } from '../platforms';
import type * as importing from './commands/import';
import type * as inspect from './commands/inspect';
import type * as migrate from './commands/migrate';
import { several, type Run } from './options';

/** Commands that read what devices have already. What one does is loaded when it is asked for it. */
const load = createRequire(__filename);

export const addInspect = (root: Command, run: Run): void => {
  root
    .command('inspect')
    .description('read a configuration file and show what is understood of it, and what is not')
    .argument('<file>', 'what `show running-config` printed')
    .requiredOption('--platform <name>', `whose configuration it is: ${readableNames().join(', ')}`)
    .option('--json', 'print JSON')
    .action(
      run((file: string, options: inspect.InspectOptions) =>
        (load('./commands/inspect') as typeof inspect).inspectCommand(file, options),
      ),
    );
};

export const addImport = (root: Command, run: Run): void => {
  root
    .command('import')
    .description(
      'write the program that declares what configuration files say, or what devices say themselves; overwrites no file',
    )
    .argument('[files...]', 'what `show running-config` printed, one file for each device')
    .option(
      '--platform <name>',
      `whose configuration they are: ${readableNames().join(', ')}. Default: each file is told by its lines`,
    )
    .option('--host <host>', 'ask the device at this address instead, over SSH; with --platform and --login-env')
    .option('--login-env <name>', 'where its login is: EDGE for EDGE_USERNAME and EDGE_PASSWORD')
    .option(
      '--fmc <host>',
      'all VPN of a domain of the FMC at this host; with --login-env. Or a file that --save wrote',
    )
    .option('--ise <host>', 'all of the ISE at this host that a VPN asks for; with --login-env. Or such a file')
    .option('--duo <host>', 'the Duo account of this API host; with --login-env. Or such a file')
    .option('--domain <name>', 'with --fmc: the domain. Default: Global')
    .option(
      '--save <file>',
      'with --fmc, --ise, --duo: keep what it answers in this file, to import it without asking again',
    )
    .option('--app <command>', 'ask the targets of this program instead')
    .option('--manifest <path>', 'ask the targets of this manifest instead')
    .option('--target <id>', 'with --app: only this target; may be given several times', several)
    .option('--lab <file>', 'talk to the simulated devices of `tunnelwright lab`', process.env['TUNNELWRIGHT_LAB'])
    .requiredOption('--out <directory>', 'where to write the program')
    .option('--release <release>', 'the release, where a file does not say it')
    .option('--only <name>', 'only this object and what it refers to, or vpn; may be repeated', several)
    .option('--exclude <name>', 'leave this object unmanaged; may be repeated', several)
    .option('--level <number>', '1: no SiteToSiteVpn, HubAndSpoke or RemoteAccess')
    .option('--update', 'write what is not there yet, and show how files that are there would change; ends with 2 then')
    .action(
      run((files: readonly string[], options: importing.ImportOptions) =>
        (load('./commands/import') as typeof importing).importCommand(files, options),
      ),
    );
};

export const addMigrate = (root: Command, run: Run): void => {
  root
    .command('migrate')
    .description('write a program with new tunnels in the place of old ones')
    .command('ikev1')
    .description(
      'a VPN of IKEv2 for each site-to-site tunnel of IKEv1 in configuration files or of an FMC; changes none',
    )
    .argument('[files...]', 'what `show running-config` printed, one file for each device')
    .option(
      '--platform <name>',
      `whose configuration they are: ${readableNames().join(', ')}. Default: each file is told by its lines`,
    )
    .option('--fmc <host>', 'topologies of the FMC at this host; with --login-env. Or a file that import --save wrote')
    .option('--login-env <name>', 'where its login is: FMC for FMC_USERNAME and FMC_PASSWORD')
    .option('--domain <name>', 'with --fmc: the domain. Default: Global')
    .option('--lab <file>', 'talk to the simulated devices of `tunnelwright lab`', process.env['TUNNELWRIGHT_LAB'])
    .requiredOption('--out <directory>', 'where to write the program')
    .option('--release <release>', 'the release, where a file does not say it')
    .action(
      run((files: readonly string[], options: migrate.MigrateOptions) =>
        (load('./commands/migrate') as typeof migrate).migrateCommand(files, options),
      ),
    );
};
