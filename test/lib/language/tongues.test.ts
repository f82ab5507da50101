import { EN_COMMANDS, PT_BR_COMMANDS } from '../../../lib/language/command-words';
import { EN_STACK } from '../../../lib/language/en/stack';
import { PT_BR_STACK } from '../../../lib/language/pt-br/stack';
import { ENGLISH, ours } from './brazilian';
import { textsOf } from './catalogue-texts';

const TEXTS_OF = {
  en: textsOf({ ...EN_COMMANDS, stack: EN_STACK }),
  'pt-BR': textsOf({ ...PT_BR_COMMANDS, stack: PT_BR_STACK }),
};

/** Proper names: of AWS's services, metrics, options and errors, of its alarms, and of what Portuguese calls as English does. */
const NAMES = [
  'Account and billing',
  'Service Quotas',
  'Too many tokens per day',
  'AWS Marketplace',
  'Model Context Protocol',
  'CloudWatch Logs',
  'Logs Insights',
  'On-demand InvokeModel concurrent requests for …',
  '… async concurrent requests for …',
  'Knowledge Bases',
  'Failed',
  'NotRunning',
  'Stale',
  'user agent',
  'dry run',
];

/** Commands, options, keys of JSON and file names: they are typed, and so the same in each tongue. */
const TYPED = new RegExp(
  [
    /<\w+>/,
    /`[^`]*`/,
    /\{[^{}]*\}/,
    /(?:npx )?quota-watchdog [a-z-]+/,
    /npm (?:ci|run(?: --silent)? \w+)/,
    /aws (?:configure|sso login|[a-z-]+ list-[a-z-]+)/,
    /--[a-z-]+/,
    /\b[a-z]+(?:[-_][a-z]+)+\b/,
    /\b[A-Z]+(?:_[A-Z]+)+\b/,
    /\b[a-z]+[A-Z]\w*\b/,
    /\[\w+\]/,
    /docs\/\S+|https?:\S+/,
    /"[A-Za-z]+(?:": "\w+)?"/,
    /tokens\/min/,
    /E-mails/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Words that no English text of ours has, but for what {@link NAMES} and {@link TYPED} take out. */
const PORTUGUESE =
  /(?<!\p{L})(o|os|uma|de|da|das|dos|e|é|foi|são|não|para|por|com|sem|que|cota|cotas|chamadas?|conta|desde|até|nenhum|nenhuma|minutos|horas|pedido|tráfego)(?!\p{L})/iu;

/** A text without what is the same in both tongues by design. */
function withoutShared(text: string): string {
  const bare = text.replace(TYPED, '');
  return NAMES.reduce((rest, name) => rest.replaceAll(name, ''), ours(bare));
}

/** A sentence, and no single word, number or mark. */
const isSentence = (text: string) => (withoutShared(text).match(/\p{L}{2,}/gu) ?? []).length >= 2;

it.each([
  ['en', 'pt-BR'],
  ['pt-BR', 'en'],
] as const)('no sentence of %s stands in %s', (tongue, other) => {
  const all = TEXTS_OF[other].map(([, text]) => withoutShared(text)).join('\n');
  const strangers = TEXTS_OF[tongue].filter(([, text]) => isSentence(text) && all.includes(withoutShared(text)));
  expect(strangers).toEqual([]);
});

it.each(TEXTS_OF['pt-BR'])('%s has no English word', (_, text) => {
  expect(ENGLISH.exec(withoutShared(text))?.[0]).toBeUndefined();
});

it.each(TEXTS_OF.en)('%s has no Portuguese word', (_, text) => {
  expect(PORTUGUESE.exec(withoutShared(text))?.[0]).toBeUndefined();
});
