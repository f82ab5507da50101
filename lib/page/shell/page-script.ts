import { type SafeHtml, trustedHtml } from '../markup/html';

/**
 * All that the page does by script; without it everything is readable, and what it adds is not shown. It copies commands,
 * unfolds what a link leads to, and finds, sorts and leaves out quotas. Its words stand in the markup: it has no sentence and
 * takes no text for markup.
 */
export const PAGE_SCRIPT: SafeHtml = trustedHtml(`(() => {
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const main = document.querySelector('main');
const { copy, copied } = main.dataset;

const select = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
};
const toClipboard = async (command) => {
  try {
    await navigator.clipboard.writeText(command.textContent);
  } catch {
    select(command);
    return document.execCommand('copy');
  }
  return true;
};
for (const command of all('code.command')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = copy;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    if (!(await toClipboard(command))) return;
    button.textContent = copied;
    setTimeout(() => { button.textContent = copy; }, 2000);
  });
  command.after(' ', button);
}

// A link to what is folded opens it.
const unfold = () => {
  const aim = document.querySelector('details:target');
  if (!aim) return;
  aim.open = true;
  aim.scrollIntoView();
};
addEventListener('hashchange', unfold);
unfold();

// Each account and Region of many has tools of its own, which touch no other's quotas.
const serve = (tools) => {
const scope = tools.closest('.target') ?? document;
const table = scope.querySelector('table.quotas');
const [search, sort, used, found] = ['input[type=search]', 'select', 'input[type=checkbox]', '[role=status]']
  .map((selector) => tools.querySelector(selector));
const textOf = (...elements) => elements.map((one) => one.textContent).join(' ').toLowerCase();
const toRow = (...parts) => (element) => ({
  element,
  code: element.querySelector('code')?.textContent,
  text: textOf(...parts.flatMap((part) => all(part, element))),
});
const rows = all('tbody[data-peak]', scope).map(toRow('th', '.more'));
const cards = all('article.card', scope).map((element) => ({ element, text: textOf(element) }));
const folds = all('details.fold', scope).map((element) => ({
  element,
  isOpen: element.open,
  rows: all('tbody tr', element).map(toRow('th')),
}));
const show = (items, isShown) => items.filter((item) => {
  item.element.hidden = !isShown(item);
  return !item.element.hidden;
});
const countOf = (items) => new Set(items.map(({ code }) => code)).size;
const filter = () => {
  const terms = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const matches = ({ text }) => terms.every((term) => text.includes(term));
  show(cards, matches);
  for (const section of all('section:has(> .card)', scope)) section.hidden = all('.card:not([hidden])', section).length === 0;
  const shown = show(rows, matches);
  for (const fold of folds) {
    const matching = used.checked ? [] : show(fold.rows, matches);
    fold.element.hidden = matching.length === 0;
    fold.element.open = terms.length > 0 || fold.isOpen;
    shown.push(...matching);
  }
  const total = countOf([...rows, ...folds.flatMap((fold) => fold.rows)]);
  found.textContent = found.dataset.text.replace('{count}', countOf(shown)).replace('{total}', total);
};
const orders = {
  now: (a, b) => b.dataset.now - a.dataset.now,
  full: (a, b) => (a.dataset.full || Number.MAX_VALUE) - (b.dataset.full || Number.MAX_VALUE),
  name: (a, b) => a.querySelector('th').textContent.localeCompare(b.querySelector('th').textContent),
};
const arrange = () => {
  const elements = rows.map(({ element }) => element);
  const order = orders[sort.value];
  if (!table) return;
  const last = all('tbody:not([data-peak])', table);
  table.append(...(order ? elements.sort(order) : elements), ...last);
};
search.addEventListener('input', filter);
used.addEventListener('change', filter);
sort.addEventListener('change', arrange);
tools.hidden = false;
filter();
};
all('.tools').forEach(serve);
})();`);
