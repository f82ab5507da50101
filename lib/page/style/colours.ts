/** Text that carries a meaning has 4.5 to 1 and more on paper and on panels, in both schemes; tests measure it. */
export const LIGHT = `--ink:#16191f;--paper:#fff;--panel:#f5f6f8;--quiet:#545d68;--line:#dfe3e8;--edge:#8a94a0;
--ok:#1b6e12;--warning:#8a4b00;--critical:#b3140c;--unknown:#3b4a9c;--bar:#0b6bcb;--link:#0a58a8`;

/** The same for dark screens. */
export const DARK = `--ink:#e9ebed;--paper:#10161d;--panel:#19212b;--quiet:#a9b4c0;--line:#2f3a46;--edge:#7c8896;
--ok:#7fd077;--warning:#f2b35c;--critical:#ff8a80;--unknown:#aab6ff;--bar:#66b2ff;--link:#8cc4ff`;
