/** Colours of a terminal as Chromium's users have them, by the codes that the command line writes. */
const COLOURS: Readonly<Record<string, string>> = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 35: '#d2a8ff' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: codes of a terminal begin with one.
const SGR = /\u001B\[(\d+)m/;

/** One text in the look that the codes before it asked for. */
function toSpan(text: string, style: ReadonlyMap<string, string>): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return style.size === 0 ? escaped : `<span style="${[...style.values()].join(';')}">${escaped}</span>`;
}

/** What a terminal would show of some output, as a page; `command` is what was typed. */
export function toTerminalPage(command: string, output: string): string {
  const style = new Map<string, string>();
  const lines = output.split(new RegExp(SGR, 'g')).map((part, index) => {
    if (index % 2 === 0) return toSpan(part, style);
    if (part === '1') style.set('weight', 'font-weight:700');
    else if (part === '2') style.set('weight', 'opacity:.65');
    else if (part === '22') style.delete('weight');
    else if (part === '39') style.delete('colour');
    else if (COLOURS[part]) style.set('colour', `color:${COLOURS[part]}`);
    return '';
  });
  return `<!doctype html><meta charset="utf-8"><style>body{background:#0d1117;color:#e6edf3;margin:0}
pre{display:inline-block;font:14px/1.45 "DejaVu Sans Mono",Menlo,Consolas,monospace;margin:0;padding:20px 24px}</style>
<pre>$ ${command}\n\n${lines.join('').trimEnd()}</pre>`;
}
