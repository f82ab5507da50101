import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { BedrockQuotaWatchdog } from '../../../lib';
import type { StackWords } from '../../../lib/language/en/stack';
import { stackWordsOf } from '../../../lib/language/stack-words';
import { createApp } from '../cdk/fixtures';

const FIGURES = { warningPercent: 81, criticalPercent: 96, staleMinutes: 15, isFleet: true };

/** Every text by its path, with figures in it. */
function textsOf({ alarms, modelAlarms, intro, ...plain }: StackWords): [string, string][] {
  const flat = Object.entries(plain).flatMap(([group, words]) =>
    Object.entries(words).map(([key, text]): [string, string] => [`${group}.${key}`, text]),
  );
  return [
    ...flat,
    ...Object.entries(alarms).map(([name, spell]): [string, string] => [`alarms.${name}`, spell(FIGURES)]),
    ...Object.entries(modelAlarms).map(([name, spell]): [string, string] => [`model.${name}`, spell('a.b', 1234)]),
    ['intro.heading', intro.heading('us-east-1')],
    ['intro.fleetHeading', intro.fleetHeading()],
    ['intro.text', intro.text('Dog')],
    ['intro.alarms', intro.alarms],
    ['intro.logs', intro.logs],
  ];
}

const PORTUGUESE = new Map(textsOf(stackWordsOf('pt-BR')));

test.each(textsOf(stackWordsOf('en')))('%s is another text in pt-BR, with the same figures', (path, english) => {
  const portuguese = PORTUGUESE.get(path) ?? '';
  expect(portuguese).not.toBe(english);
  const figuresOf = (text: string) => text.match(/\d+|a\.b|`[^`]*`|"Too many[^"]*"/g)?.sort();
  expect(figuresOf(portuguese)).toEqual(figuresOf(english));
});

test('alarms and dashboard speak the language of the construct', () => {
  const stack = new Stack(createApp(), 'Host');
  new BedrockQuotaWatchdog(stack, 'Watchdog', { alertEmails: ['ops@example.com'], language: 'pt-BR' });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmDescription: Match.stringLikeRegexp('^CRÍTICO: O watchdog não é executado há 10 minutos'),
  });
  const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  const body = JSON.stringify(dashboard);
  expect(body).toContain('Cota por minuto mais cheia');
  expect(body).not.toMatch(/Fullest|Throttled calls|90th/);
});
