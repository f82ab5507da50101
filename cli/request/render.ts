import type { PlannedIncrease } from '../../lib/core/answers/increase';
import { spellCount } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import type { Style } from '../terminal/style';
import type { RequestedQuota } from './document';

type NotAsked = Exclude<PlannedIncrease, { readonly kind: 'ask' }>;

/** Why nothing is asked for. */
export function spellReason(planned: NotAsked, words: CommandWords): string {
  const { not } = words.request;
  switch (planned.kind) {
    case 'unknown':
      return not.unknown(planned.quotaCode);
    case 'open':
      return not.open(
        spellCount(planned.request.desiredValue, words),
        planned.request.createdAt?.slice(0, 10) ?? words.cli.unknown,
      );
    case 'tooMany':
      return not.tooMany(spellCount(planned.open, words));
    case 'tooSmall':
      return not.tooSmall(spellCount(planned.least, words));
    case 'noDefault':
      return not.noDefault;
    case 'notAdjustable':
      return planned.sibling ? not.sibling(planned.sibling.quotaCode, planned.sibling.quotaName) : not.support;
  }
}

function spellPlanned(planned: PlannedIncrease, words: CommandWords): string[] {
  if (planned.kind !== 'ask') return [spellReason(planned, words)];
  const { ask, basis, next, peak, noUse } = words.request;
  return [
    planned.peak === null ? noUse : peak(spellCount(planned.peak, words)),
    ask(spellCount(planned.desiredValue, words), basis[planned.basis]),
    next,
  ];
}

/** What would be asked for, quota by quota; ends with an empty line. */
export function renderPlanned(
  all: readonly PlannedIncrease[],
  region: string,
  style: Style,
  words: CommandWords,
): string {
  const { cli } = words;
  const blocks = all.map((planned) => {
    if (planned.kind === 'unknown') return [...style.wrap(spellReason(planned, words), '')];
    const { quotaCode, quotaName, appliedValue, defaultValue } = planned.quota;
    const standard = defaultValue === null ? cli.unknown : spellCount(defaultValue, words);
    return [
      ...style.wrap(`${quotaCode} ${quotaName}, ${region}`, '  ', '').map(style.bold),
      ...[words.request.values(spellCount(appliedValue, words), standard), ...spellPlanned(planned, words)].flatMap(
        (text) => style.wrap(text, '  '),
      ),
    ];
  });
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n\n`;
}

/** What became of it; ends with a line break. */
export function renderResult(
  requests: readonly RequestedQuota[],
  { isSent, isDryRun }: { readonly isSent: boolean; readonly isDryRun: boolean },
  style: Style,
  words: CommandWords,
): string {
  const { sent, cancelled, dryRun } = words.request;
  if (!isSent) return `${isDryRun ? dryRun : cancelled}\n`;
  const lines = requests
    .filter(({ state }) => state !== 'notAsked')
    .flatMap(({ quotaCode, state, reason, status, caseId }) => {
      const text = state === 'sent' ? sent(status ?? words.cli.unknown, caseId) : (reason ?? '');
      return style
        .wrap(`${quotaCode} ${text}`, '  ', '')
        .map(state === 'sent' ? style.severity.ok : style.severity.critical);
    });
  return `${lines.join('\n')}\n`;
}
