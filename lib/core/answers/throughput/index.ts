/** What bought throughput would have done for the traffic that was seen, and what it costs beside on-demand. */
export type { PublicPrice } from './public-prices';
export {
  type ReservedRow,
  TERM_MONTHS,
  type Term,
  type ThroughputAnswer,
  type UnitsRow,
  weighThroughput,
} from './weigh-throughput';
