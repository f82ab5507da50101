/** Markup that is safe to send; only {@link html} and {@link trustedHtml} make it, so plain text never passes for it. */
export class SafeHtml {
  private constructor(private readonly markup: string) {}

  /** Wraps markup that holds no text from outside. */
  static trust(markup: string): SafeHtml {
    return new SafeHtml(markup);
  }

  toString(): string {
    return this.markup;
  }
}

/** What may stand in a template: text and numbers are escaped, markup passes, `null` is nothing. */
export type HtmlValue = string | number | null | SafeHtml | readonly SafeHtml[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, in elements and in quoted attributes; control and direction characters become `\uFFFD`. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
}

function toMarkup(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof SafeHtml) return value.toString();
  return typeof value === 'object' ? value.map(toMarkup).join('') : escapeHtml(String(value));
}

/** A template whose values are escaped, whatever they hold: html`<td title="${name}">${name}</td>`. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  return SafeHtml.trust(
    strings.reduce((markup, string, index) => `${markup}${toMarkup(values[index - 1] ?? null)}${string}`),
  );
}

/** Markup written in this project: style sheets, drawings. Never for text from outside. */
export function trustedHtml(markup: string): SafeHtml {
  return SafeHtml.trust(markup);
}
