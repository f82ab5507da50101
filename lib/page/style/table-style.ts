/** Tables, and the one column they become where there is little width. */
export const TABLE_STYLE = `
.bqw table{border-collapse:collapse;font-size:.875rem;width:100%}.bqw caption{color:var(--quiet);padding-bottom:.5rem;text-align:left}
.bqw th,.bqw td{border-bottom:1px solid var(--line);font-weight:400;padding:.55rem 1.1rem .55rem 0;text-align:left;vertical-align:top}
.bqw thead th{color:var(--quiet);font-size:.8125rem;padding-bottom:.35rem;white-space:nowrap}.bqw tbody th{font-weight:600}
.bqw th:last-child,.bqw td:last-child{padding-right:0}
.bqw .targets{margin-top:1.5rem}
.bqw th code{color:var(--quiet);font-weight:400}
.bqw tr:has(+.more)>*{border:0;padding-bottom:.1rem}.bqw .more>td{padding:0 0 .45rem}
.bqw .number{font-variant-numeric:tabular-nums;text-align:right}
.bqw td.number{white-space:nowrap}.bqw td.number .quiet{display:inline-block;font-size:.8125rem;max-width:10rem;white-space:normal}
.bqw .quotas .state{font-size:1rem}
.bqw .quotas tr:not(.more)>th{width:18%}.bqw .quotas .wide{width:29%;min-width:12rem}
.bqw .quotas .now{min-width:7rem}.bqw .quotas .peak-of{min-width:8.5rem}.bqw .quotas .full{min-width:5.5rem}
.bqw .label{display:none}
.bqw .more details{border:0;padding:0}.bqw .more summary{color:var(--quiet);font-size:.8125rem;font-weight:400}
.bqw details caption{clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;width:1px}
@container (max-width:62rem){.bqw thead{clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;width:1px}
.bqw table,.bqw tbody,.bqw caption{display:block}
.bqw tbody tr{border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:.7rem 0}
.bqw tbody tr:has(+.more){border:0;padding-bottom:0}.bqw tbody tr.more{display:block;padding-top:0}
.bqw td,.bqw tbody th{border:0;display:block;padding:0}.bqw tbody th,.bqw .quotas tr:not(.more)>th,.bqw .quotas .wide,.bqw td[colspan]:not(.day){width:100%}
.bqw .quotas .now,.bqw .quotas .peak-of,.bqw .quotas .day{flex:1 1 8rem;min-width:0}
.bqw .label{color:var(--quiet);display:block;font-size:.8125rem}
.bqw td[data-label]::before{color:var(--quiet);content:attr(data-label) " "}.bqw .number{text-align:left}
.bqw td[data-label] br{display:none}.bqw td.number{white-space:normal}.bqw td.number .quiet{display:inline;margin-left:.5rem}}
@container (max-width:30rem){.bqw ul li{display:block}.bqw ul li>.quiet{display:block;font-size:.8125rem}}`;
