const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar of `cells` characters, full from 100 % on. */
export function toBar(percent: number, cells: number): string {
  const eighths = Math.floor((Math.min(100, Math.max(0, percent)) / 100) * cells * 8);
  const bar = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
  return bar.padEnd(cells, '·');
}
