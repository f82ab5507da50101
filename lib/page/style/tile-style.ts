/** Tiles fill each row, the last one too; cards say what is the matter. */
export const TILE_STYLE = `
.bqw .tiles{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0 0;padding:0}
.bqw .tiles div{border:1px solid var(--line);border-radius:.5rem;flex:1 1 9rem;min-width:0;padding:.65rem .85rem}
.bqw .tiles dt{color:var(--quiet);font-size:.8125rem}
.bqw .tiles dd{font-size:1.5rem;font-variant-numeric:tabular-nums;font-weight:600;line-height:1.35;margin:0}
.bqw .tiles small{color:var(--quiet);display:block;font-size:.8125rem;font-weight:400;line-height:1.4}
.bqw .card{background:var(--panel);border-left:.2rem solid var(--edge);border-radius:0 .4rem .4rem 0;margin:.6rem 0;padding:.7rem .9rem}
.bqw .card.critical,.bqw .card.warning,.bqw .card.unknown,.bqw .card.ok{border-color:currentColor}
.bqw .card>*{color:var(--ink)}
.bqw .card h3{display:flex;flex-wrap:wrap;gap:.2rem .5rem}
.bqw ul{list-style:none;margin:.3rem 0;padding:0}.bqw ul li{display:grid;gap:0 .8rem;grid-template-columns:6rem 1fr;padding:.05rem 0}
.bqw ul li span{white-space:pre-wrap}.bqw ul li .keep{white-space:nowrap}`;
