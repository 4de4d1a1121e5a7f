import { stableJson } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import type { DeviceCertificate } from '../../contract/observation';
import { certificatesOf, type CertificateReport } from '../../run/certificates';
import { demandDirectory, writeText } from '../../run/host-io';
import type { CommonOptions } from '../options';
import { certificateMetrics } from '../output/metrics';
import { exit, paint, problemLines, say } from '../output/report';
import { watched, type Watch } from '../watch';

export interface CertsOptions extends CommonOptions {
  /** Days. */
  readonly warn?: string;
  /** A file for what was found, as OpenMetrics text. */
  readonly metrics?: string;
}

const day = 24 * 60 * 60 * 1000;
interface Row extends DeviceCertificate {
  /** Whole days until it expires, negative when it has. */
  readonly daysLeft: number | undefined;
}
const rowOf = (certificate: DeviceCertificate, now: number): Row => ({
  ...certificate,
  daysLeft: certificate.expires === undefined ? undefined : Math.floor((Date.parse(certificate.expires) - now) / day),
});

const limitOf = (warn: string | undefined): number | undefined => {
  if (warn === undefined) return undefined;
  return /^\d+$/.test(warn)
    ? Number(warn)
    : fail('option.warn', '--warn', `'${warn}' is not a valid number of days`, 'write a whole number: --warn 30');
};

const left = ({ daysLeft }: Row, limit: number | undefined): string => {
  if (daysLeft === undefined) return 'expiry not shown';
  const words = daysLeft < 0 ? `EXPIRED ${-daysLeft} days ago` : `${daysLeft} days left`;
  return daysLeft < 0 ? paint.remove(words) : limit !== undefined && daysLeft < limit ? paint.warn(words) : words;
};

const show = (
  { work, state, certificates, problems, note }: CertificateReport,
  now: number,
  limit: number | undefined,
): void => {
  const head = paint.strong(work.target.id);
  if (state === 'skipped') return say(`${head}: skipped, ${note}`);
  if (state !== 'read') return say(`${head}: ${state}`, ...problemLines(problems));
  if (certificates.length === 0) return say(`${head}: no certificates`);
  say(head);
  for (const row of certificates.map((certificate) => rowOf(certificate, now)))
    say(
      `  ${row.subject}  ${left(row, limit)}`,
      paint.faint(
        `      ${row.role} of ${row.holders.join(', ')}; issuer ${row.issuer}; expires ${row.expires ?? 'unknown'}`,
      ),
    );
};

const certsWatched = async (options: CertsOptions, watch: Watch): Promise<number> => {
  demandDirectory(options.metrics, '--metrics');
  const limit = limitOf(options.warn);
  const all = await watch.onEach(await watch.works(), (work) => certificatesOf(work, { ...watch.run, adopt: false }));
  const now = Date.now();
  if (options.metrics !== undefined) writeText(options.metrics, certificateMetrics(all, now));
  if (options.json)
    say(
      stableJson(
        all.map(({ work, state, certificates, problems, note }) => ({
          id: work.target.id,
          state,
          certificates: certificates.map((certificate) => rowOf(certificate, now)),
          problems,
          ...(note === undefined ? {} : { note }),
        })),
        2,
      ),
    );
  else for (const report of all) show(report, now, limit);
  if (all.some(({ state }) => state === 'failed')) return exit.error;
  if (all.some(({ state }) => state === 'unknown')) return exit.unknown;
  const soon = all
    .flatMap(({ certificates }) => certificates.map((certificate) => rowOf(certificate, now)))
    .some(({ daysLeft }) => limit !== undefined && daysLeft !== undefined && daysLeft < limit);
  return soon ? exit.changes : exit.clean;
};

/** Lists every certificate of every target with the days it has left. */
export const certsCommand = (options: CertsOptions): Promise<number> =>
  watched(options, (watch) => certsWatched(options, watch));
