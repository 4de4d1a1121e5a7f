import type { Problem } from '../kernel/problem';
import { platformOf } from '../platforms';
import type { DeviceCertificate } from '../contract/observation';
import { failure } from './target-result';
import { openTarget, type RunOptions, type TargetJob } from './target';

/** What the certificates of one target are; `skipped`: its platform shows none. */
export interface CertificateReport {
  readonly work: TargetJob;
  readonly state: 'read' | 'skipped' | 'failed' | 'unknown';
  readonly certificates: readonly DeviceCertificate[];
  readonly problems: readonly Problem[];
  /** Why there is nothing to see. */
  readonly note?: string;
}

/** Reads the certificates of one target. Nothing is written. */
export const certificatesOf = async (work: TargetJob, options: RunOptions): Promise<CertificateReport> => {
  const { title } = platformOf(work.target.platform);
  try {
    const { session } = await openTarget(work, options);
    try {
      if (session.certificates === undefined)
        return {
          work,
          state: 'skipped',
          certificates: [],
          problems: [],
          note: `${title} of this version shows no device certificates over its API`,
        };
      return { work, state: 'read', certificates: await session.certificates(), problems: [] };
    } finally {
      await session.close();
    }
  } catch (error) {
    const { state, problems } = failure(work, error);
    return { work, state: state === 'failed' ? 'failed' : 'unknown', certificates: [], problems };
  }
};
