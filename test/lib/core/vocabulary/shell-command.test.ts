import { execFileSync } from 'node:child_process';
import { spellCommand } from '../../../../lib/core/vocabulary/shell-command';

const VALUES = [
  'L-F4DDD3EB',
  'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
  'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1',
  'L-1; rm -rf ~ #',
  "it's",
  '$(id) `id` "x" \\',
  '~',
  '=x',
  'a b',
  '*',
  '!!',
  'Größe',
];

it.each(VALUES)('a shell reads %s as it is', (value) => {
  const command = spellCommand('printf', '%s', { value }) ?? '';
  expect(execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' })).toBe(value);
});

it('what needs no quotes has none', () => {
  expect(spellCommand('aws bedrock', '--id', { value: 'a.b-c:0' }, '--region', { value: 'us-east-1' })).toBe(
    'aws bedrock --id a.b-c:0 --region us-east-1',
  );
});

it.each(['', '-x', 'a;reboot', '$(reboot)', 'a b', '<img src=x>'])('%j is no id: there is no command', (id) => {
  expect(spellCommand('aws', { id })).toBeNull();
});

it.each(['', '-rf', '--query', 'a\nb', 'a\u001b[31m', 'a\u2028b'])(
  '%j is no argument: there is no command',
  (value) => {
    expect(spellCommand('aws', { value })).toBeNull();
  },
);
