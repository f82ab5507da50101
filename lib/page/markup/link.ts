import { html, type SafeHtml } from './html';

/** What opens: a page of the web, with nothing but characters that an address has. */
const ADDRESS = /^https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;

/** A link that leaves the page open; the text alone where the address is none that a browser opens, such as a path. */
export function renderLink(address: string | null, text: string | SafeHtml): SafeHtml {
  if (address === null || !ADDRESS.test(address)) return html`${text}`;
  return html`<a href="${address}" target="_blank" rel="noopener noreferrer">${text}</a>`;
}

/** Links beside each other; those without an address are left out. Nothing when none is left. */
export function renderLinks(links: readonly (readonly [address: string | null, text: string])[]): SafeHtml | null {
  const opening = links.filter(([address]) => address !== null && ADDRESS.test(address));
  return opening.length === 0
    ? null
    : html`<p class="links">${opening.map(([address, text]) => renderLink(address, text))}</p>`;
}
