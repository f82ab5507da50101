/** Up to this share of its limit, use would be a line on the ground: it is drawn by its own highest value. */
const OWN_SCALE_SHARE = 0.2;

/** Room above the highest value, so that neither the limit's line nor the mark of the peak is cut. */
const ROOM = 1.16;

/** How high values are drawn. */
export interface Scale {
  /** The value of the upper edge. */
  readonly top: number;
  /** Whether the limit is too far above to be drawn. */
  readonly isOwn: boolean;
}

/** By the limit, or by the highest value where that is far below it. @param limit 0 and `null`: there is none to be drawn */
export function chooseScale(highest: number, limit: number | null): Scale {
  const isOwn = limit === null || limit <= 0 || highest < limit * OWN_SCALE_SHARE;
  return { isOwn, top: (isOwn ? highest : Math.max(highest, limit)) * ROOM || 1 };
}
