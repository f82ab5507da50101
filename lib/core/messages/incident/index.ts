/** What a message tells of one incident, and of where it is: title, sections, links. It does not know what carries it. */
export { type MessageOrigin, type MessagePlaces, originOf, quotaPageOf, runbookSectionOf } from './links';
export {
  linesOf,
  type MessageSection,
  remediesOf,
  remediesToTell,
  sinceOf,
  spellSummary,
  summaryOf,
  toSections,
} from './section';
export { renderFull, renderLines, spellPlaces } from './section-text';
export { renderTitle, renderTitleWithPlace, spellWhere } from './title';
export {
  commonOf,
  isOfOneTarget,
  originsOf,
  renderOrigin,
  renderOrigins,
  SEVERAL,
  toCommon,
  UNKNOWN_ACCOUNT,
} from './where';
