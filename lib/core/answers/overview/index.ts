/** Many accounts and Regions in one list: which is worst, and of which nothing is known. */
export { type Overview, type SeenTarget, type TargetSummary, toOverview, type UnseenTarget } from './overview';
