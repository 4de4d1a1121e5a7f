import { isEmpty } from '../../plan/plan';
import type { CertificateReport } from '../../run/certificates';
import type { TargetResult } from '../../run/target-result';
import type { TargetJob } from '../../run/target';
import { openMetrics, type Sample } from './open-metrics';

const labelsOf = ({ stack, target }: TargetJob): Readonly<Record<string, string>> => ({ stack, target: target.id });
const gauge = (name: string, help: string, samples: readonly Sample[]) => ({
  name: `tunnelwright_${name}`,
  help,
  samples,
});

const read = (all: readonly { readonly work: TargetJob; readonly isRead: boolean }[]) =>
  gauge(
    'target_read',
    'Whether the target could be read (1) or not (0)',
    all.map(({ work, isRead }) => ({ labels: labelsOf(work), value: isRead ? 1 : 0 })),
  );

/** What `drift` has found. A target that could not be read has no number of changes, which is not 0. */
export const driftMetrics = (all: readonly TargetResult[]): string =>
  openMetrics([
    read(all.map(({ work, plan }) => ({ work, isRead: plan !== undefined }))),
    gauge(
      'drift_changes',
      'Objects that were changed or deleted on the target since the last apply',
      all.flatMap(({ work, plan }) =>
        plan === undefined
          ? []
          : [
              {
                labels: labelsOf(work),
                value: isEmpty(plan) ? 0 : plan.changes.filter(({ action }) => action !== 'none').length,
              },
            ],
      ),
    ),
    gauge(
      'tunnel_up',
      'Whether the tunnel is up (1) or not (0), as the device says',
      all.flatMap(({ work, tunnels = [] }) =>
        tunnels.map(({ name, up }) => ({ labels: { ...labelsOf(work), tunnel: name }, value: up ? 1 : 0 })),
      ),
    ),
  ]);

/** What `certs` has found: when each certificate expires, in seconds since 1970, and the whole days left at `now` (ms). */
export const certificateMetrics = (all: readonly CertificateReport[], now: number): string => {
  const certificates = all.flatMap(({ work, certificates: of }) =>
    of.flatMap(({ role, subject, issuer, holders, expires }) =>
      expires === undefined
        ? []
        : [
            {
              labels: { ...labelsOf(work), role, subject, issuer, holders: holders.join(',') },
              at: Date.parse(expires),
            },
          ],
    ),
  );
  return openMetrics([
    read(all.filter(({ state }) => state !== 'skipped').map(({ work, state }) => ({ work, isRead: state === 'read' }))),
    gauge(
      'certificate_expiry_timestamp_seconds',
      'When the certificate expires, in seconds since 1970',
      certificates.map(({ labels, at }) => ({ labels, value: at / 1000 })),
    ),
    gauge(
      'certificate_days_left',
      'Whole days until the certificate expires, negative when it has',
      certificates.map(({ labels, at }) => ({ labels, value: Math.floor((at - now) / 86_400_000) })),
    ),
  ]);
};
