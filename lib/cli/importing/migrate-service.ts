import type { Migration } from '../../contract/platform';
import { programOf } from '../../import/program/program-text';
import type { Remark } from '../../import/site-to-site/remarks';
import { advised } from '../../kernel/advised';
import { fail } from '../../kernel/problem';
import { addressOf } from '../../model/noun';
import { platformOf } from '../../platforms';
import { wordsOf, type Service } from '../../platforms/services';
import { exit, say } from '../output/report';
import { askedService } from './ask-service';
import { withLevelOne } from './level-two';
import { nothingTaken } from './reading';
import { serviceReading } from './service';
import type { ServiceOptions } from './service-options';
import { writeProgram } from './write';

type Options = ServiceOptions & { readonly out: string };

/** The import of what was asked, as it can be typed: where the service is, its login, where its program goes. */
const importOf = (service: Service, { loginEnv, domain, release, out, ...options }: Options): string => {
  const { option } = wordsOf(service);
  const more = { 'login-env': loginEnv, domain, release, out };
  return advised(
    'import',
    `--${option}`,
    options[option]!,
    ...Object.entries(more).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
  );
};

/** What stands beside a VPN in the program: what of it was weak, and what takes its place. */
const replacements = (device: string, vpns: Migration['vpns']): readonly Remark[] =>
  vpns.flatMap(({ kind, name, said }) =>
    ['In the place of IKEv1.', ...said.map((line) => `- ${line}.`)].map((words) => ({
      device,
      address: addressOf(kind, name),
      words,
    })),
  );

/** Writes the program of VPNs that a service has with IKEv1, with IKEv2 in its place. Changes nothing on the service. */
export const migrateService = async (service: Service, options: Options): Promise<number> => {
  const asked = await askedService(service, options);
  const found = await platformOf(service).migration?.(asked.answers);
  const skipped = (found?.skipped ?? []).map((line) => `  not migrated  ${line}`);
  if (found === undefined || found.vpns.length === 0) {
    say(...skipped);
    return fail(
      'migrate.nothing',
      asked.from,
      'there is no VPN of IKEv1 to migrate',
      `see what there is: ${importOf(service, options)}`,
    );
  }
  const only = found.vpns.flatMap(({ objects }) => objects);
  const reading = await serviceReading({ ...asked, answers: found.answers }, { ...options, only }, nothingTaken());
  const network = await withLevelOne([reading]);
  const remarks = [...replacements(reading.device.id, found.vpns), ...network.remarks];
  say(...writeProgram(options.out, programOf({ ...network, remarks }), network.devices));
  for (const { name, said } of found.vpns) say('', name, ...said.map((line) => `  ${line}`));
  const { leftOut, variables } = reading.device.objects;
  say(...leftOut.map(({ kind, name, why }) => `  unmanaged  ${kind} ${name}: ${why}`));
  if (variables.length > 0) say('', 'set before plan:', ...variables.map((each) => `  ${each}`));
  say(
    ...(skipped.length > 0 ? ['', ...skipped] : []),
    '',
    'Each topology changes as a whole with its next deployment: IKEv1 goes off and IKEv2 on, and its tunnels drop. A peer that this',
    'FMC does not manage must be changed in the same window.',
  );
  return exit.clean;
};
