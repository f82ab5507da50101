import { html, type SafeHtml } from '../markup/html';
import { renderLink } from '../markup/link';
import type { Telling } from './telling';

/** The code of a quota, which leads to its page in Service Quotas. */
export function renderQuotaCode(quotaCode: string | null, { places }: Telling): SafeHtml | null {
  return quotaCode === null ? null : renderLink(places.quotaPage(quotaCode), html`<code>${quotaCode}</code>`);
}
