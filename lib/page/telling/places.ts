import { RUNBOOK } from '../../contract';
import { quotaPageOf, runbookSectionOf } from '../../core/messages/incident';
import type { Finding } from '../../core/vocabulary/finding';

/** Pages that the quotas lead to. */
export interface PagePlaces {
  /** `null`: it stands on it, or there is none. @default - the dashboards of the Region */
  readonly dashboard?: string | null;
  /** The runbook: an address, or a path, to which nothing links. @default - that of the project */
  readonly runbook?: string;
}

/** Where a page of one Region leads; what has no address is `null`. */
export interface Places {
  readonly dashboard: string | null;
  /** Whether that is the list of all dashboards, for which of them is ours is not known. */
  readonly isListOfDashboards: boolean;
  readonly runbook: string;
  /** The page of a quota in Service Quotas, or of all of Bedrock. */
  readonly quotaPage: (quotaCode: string | null) => string | null;
  readonly runbookSection: (finding: Finding) => string;
}

/** A name that is no Region, or no code, makes no address of AWS. */
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/;
const QUOTA_CODE = /^L-[0-9A-Z]+$/;

/** The addresses for a Region. */
export function toPlaces(region: string, { dashboard, runbook = RUNBOOK }: PagePlaces): Places {
  const isRegion = REGION.test(region);
  const dashboards = () =>
    isRegion ? `${new URL(quotaPageOf(region, null)).origin}/cloudwatch/home?region=${region}#dashboards/` : null;
  return {
    dashboard: dashboard === undefined ? dashboards() : dashboard,
    isListOfDashboards: dashboard === undefined,
    runbook,
    quotaPage: (quotaCode) =>
      isRegion && (quotaCode === null || QUOTA_CODE.test(quotaCode)) ? quotaPageOf(region, quotaCode) : null,
    runbookSection: (finding) => runbookSectionOf(finding, { dashboard: null, runbook }),
  };
}
