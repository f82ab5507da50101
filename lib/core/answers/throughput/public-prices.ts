/** A price of a model unit that was public once: a hint beside the price that is given, never a stand-in for it. */
export interface PublicPrice {
  /** US dollars an hour and unit. */
  readonly oneMonth: number;
  readonly sixMonths: number;
  /** Year and month in which it was last looked up. */
  readonly checked: string;
}

/** Source: public Bedrock price list, on-line copies, 2026-10; no figure of a newer model is public. */
const PUBLIC_PRICES: readonly { readonly models: RegExp; readonly price: PublicPrice }[] = [
  { models: /^anthropic\.claude-instant-v1(?=:|$)/, price: { oneMonth: 39.6, sixMonths: 22, checked: '2026-10' } },
  { models: /^anthropic\.claude-v2(?=:|$)/, price: { oneMonth: 63, sixMonths: 34.99, checked: '2026-10' } },
  { models: /^cohere\.command-text-v14(?=:|$)/, price: { oneMonth: 39.6, sixMonths: 23.77, checked: '2026-10' } },
];

/** What a unit of a model cost by public sources; `null`: none is known. */
export function publicPriceOf(baseModelId: string): PublicPrice | null {
  return PUBLIC_PRICES.find(({ models }) => models.test(baseModelId))?.price ?? null;
}
