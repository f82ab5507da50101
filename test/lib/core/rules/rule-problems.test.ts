import { about, complain, digest, MATCH, mute, owner, quiet, read, TOPIC, threshold } from './rule-sources';

describe('problems', () => {
  test.each<[string, unknown, string[]]>([
    ['no JSON', '{"mutes": [}', ['the rules are not JSON: ']],
    ['nothing', ' ', ['the rules are empty; {} says no rules']],
    ['a list', [], ['the whole is []; an object is needed; its keys: thresholds, mutes, quietHours, owners, digest']],
    ['null', 'null', ['the whole is null; an object']],
    ['undefined', undefined, ['the whole is missing; an object']],
    ['an unknown key', { mute: [] }, ['mute is not a known key; allowed here: thresholds, mutes,']],
    ['an unknown key that is no word', { 'a b': 1 }, ['["a b"] is not a known key']],
    ['a key of every object', '{"__proto__": {}}', ['__proto__ is not a known key']],
    [
      'an unknown key of a rule',
      mute({ untill: 'x' }),
      ['mutes[0].untill is not a known key; allowed here: match, reason, until'],
    ],
    ['no list', { mutes: {} }, ['mutes is {}; a list is needed']],
    ['an empty entry', { mutes: [null] }, ['mutes[0] is null; an object']],
    ['a hole', { mutes: new Array(1) }, ['mutes[0] is null; an object']],
    ['no match', { mutes: [{ reason: 'x' }] }, ['mutes[0].match is missing; an object']],
    ['an empty match', about({}), ['mutes[0].match is {}; at least one field is needed; {"quotaCode":"*"} matches']],
    ['a match of a typing error alone', about({ modell: 'x' }), ['mutes[0].match.modell is not a known key']],
    ['a short code', about({ quotaCode: 'L-F4DD' }), ['mutes[0].match.quotaCode is "L-F4DD"; a quota code such as']],
    ['a pattern no code matches', about({ quotaCode: 'X*' }), ['mutes[0].match.quotaCode is "X*"; a quota code']],
    ['an empty model', about({ model: '' }), ['mutes[0].match.model is ""; a model id']],
    ['spaces around a model', about({ model: 'x ' }), ['mutes[0].match.model is "x "; a model id']],
    [
      'a regular expression',
      about({ model: '^claude.*$' }),
      ['mutes[0].match.model is "^claude.*$"; only the wildcards'],
    ],
    [
      'a profile id',
      about({ model: 'us.anthropic.claude-sonnet-4-6' }),
      [
        'mutes[0].match.model is "us.anthropic.claude-sonnet-4-6"; profiles of all geographies share one quota: write "anthropic.claude-sonnet-4-6" and "scope": "crossRegion"',
      ],
    ],
    ['a global profile id', about({ model: 'Global.anthropic.x' }), ['"scope": "globalCrossRegion"']],
    ['a pattern of profile ids', about({ model: 'eu.*' }), ['mutes[0].match.model is "eu.*"; profiles of all']],
    [
      'a geography of tomorrow',
      about({ model: 'mx.anthropic.*' }),
      ['mutes[0].match.model is "mx.anthropic.*"; profiles'],
    ],
    ['an ARN', about({ model: 'arn:aws:bedrock:*' }), ['the base model id is needed']],
    [
      'an unknown scope',
      about({ scope: 'regional' }),
      ['mutes[0].match.scope is "regional"; one of onDemand, crossRegion,'],
    ],
    [
      'an unknown dimension',
      about({ dimension: 'tpm' }),
      ['mutes[0].match.dimension is "tpm"; one of tokensPerMinute,'],
    ],
    ['an unknown kind', about({ kind: 'zero' }), ['mutes[0].match.kind is "zero"; one of utilization,']],
    [
      'coverage of a model',
      about({ kind: 'coverage', model: 'x' }),
      ['mutes[0].match.model is "x"; findings of kind coverage have none'],
    ],
    [
      'unmapped usage of a quota',
      about({ kind: 'unmappedUsage', ...MATCH }),
      ['findings of kind unmappedUsage have none'],
    ],
    ['no reason', mute({ reason: undefined }), ['mutes[0].reason is missing; a reason of 1 to 256']],
    ['a blank reason', mute({ reason: ' ' }), ['mutes[0].reason is " "; a reason']],
    [
      'a long reason, shown in part',
      mute({ reason: 'x'.repeat(257) }),
      [`mutes[0].reason is "${'x'.repeat(79)}…; a reason`],
    ],
    [
      'a date as the end',
      mute({ until: '2026-12-01' }),
      ['mutes[0].until is "2026-12-01"; the time and its zone are missing'],
    ],
    [
      'an end without zone',
      mute({ until: '2026-12-01T00:00' }),
      ['mutes[0].until is "2026-12-01T00:00"; the time zone is missing'],
    ],
    ['an end in words', mute({ until: 'tomorrow' }), ['mutes[0].until is "tomorrow"; an ISO time']],
    ['a day that is not', mute({ until: '2026-02-30T00:00Z' }), ['mutes[0].until is "2026-02-30T00:00Z"; an ISO time']],
    [
      'an hour that is not',
      mute({ until: '2026-02-20T25:00Z' }),
      ['mutes[0].until is "2026-02-20T25:00Z"; an ISO time'],
    ],
    ['an end as a number', mute({ until: 1_800_000_000 }), ['mutes[0].until is 1800000000; an ISO time']],
    [
      'a mute twice',
      { mutes: [...mute({}).mutes, ...about({ quotaCode: 'l-f4ddd3eb' }).mutes] },
      ['mutes[1] repeats mutes[0]'],
    ],
    [
      'a kind of threshold',
      threshold({ match: { kind: 'throttled' }, warningPercent: 1 }),
      ['thresholds[0].match.kind is not a known key; allowed here: quotaCode, model, scope, dimension'],
    ],
    ['no percent', threshold({}), ['thresholds[0] sets nothing; warningPercent, criticalPercent or both']],
    [
      '0 percent',
      threshold({ warningPercent: 0 }),
      ['thresholds[0].warningPercent is 0; a percent above 0 and up to 1000'],
    ],
    ['too many percent', threshold({ criticalPercent: 1001 }), ['thresholds[0].criticalPercent is 1001; a percent']],
    [
      'a percent that is no number',
      threshold({ warningPercent: Number.NaN }),
      ['thresholds[0].warningPercent is NaN; a percent'],
    ],
    ['a percent as text', threshold({ warningPercent: '80' }), ['thresholds[0].warningPercent is "80"; a percent']],
    [
      'percents the wrong way',
      threshold({ warningPercent: 90, criticalPercent: 90 }),
      ['thresholds[0] has warningPercent 90 and criticalPercent 90; warningPercent'],
    ],
    [
      'a percent against the default',
      threshold({ warningPercent: 97 }),
      ['thresholds[0] has warningPercent 97 and criticalPercent 95 (the default); warningPercent'],
    ],
    [
      'a threshold twice',
      { thresholds: [1, 2].map((warningPercent) => ({ match: MATCH, warningPercent })) },
      ['thresholds[1] repeats thresholds[0]'],
    ],
    [
      'an hour of one digit',
      quiet({ from: '7:00' }),
      ['quietHours[0].from is "7:00"; a time such as 07:30, from 00:00 to 23:59'],
    ],
    ['a start at 24:00', quiet({ from: '24:00' }), ['quietHours[0].from is "24:00"; a time']],
    [
      'an end at 24:01',
      quiet({ to: '24:01' }),
      ['quietHours[0].to is "24:01"; a time such as 07:30, from 00:00 to 24:00'],
    ],
    ['an empty range', quiet({ to: '22:00' }), ['quietHours[0].to is "22:00"; another time than from']],
    ['no days', quiet({ days: [] }), ['quietHours[0].days is []; at least one day']],
    ['an unknown day', quiet({ days: ['Mon', 'mon'] }), ['quietHours[0].days[1] is "mon"; one of Mon, Tue,']],
    ['a day twice', quiet({ days: ['Mon', 'Mon'] }), ['quietHours[0].days[1] repeats quietHours[0].days[0]']],
    [
      'an unknown zone',
      quiet({ timeZone: 'America/Lisbon' }),
      ['quietHours[0].timeZone is "America/Lisbon"; the IANA name'],
    ],
    ['an offset for a zone', quiet({ timeZone: '-03:00' }), ['quietHours[0].timeZone is "-03:00"; the IANA name']],
    ['no zone', quiet({ timeZone: undefined }), ['quietHours[0].timeZone is missing; the IANA name']],
    [
      'quiet hours twice',
      { quietHours: [...quiet({ days: ['Mon', 'Tue'] }).quietHours, ...quiet({ days: ['Tue', 'Mon'] }).quietHours] },
      ['quietHours[1] repeats quietHours[0]'],
    ],
    [
      'a queue',
      owner('arn:aws:sqs:us-east-1:111122223333:payments'),
      ['owners[0].topicArn is "arn:aws:sqs:us-east-1:111122223333:payments"; the ARN of a standard'],
    ],
    ['a FIFO topic', owner(`${TOPIC}.fifo`), ['the ARN of a standard SNS topic']],
    ['a name of a topic', owner('payments'), ['owners[0].topicArn is "payments"; the ARN']],
    ['an owner twice', { owners: [...owner(TOPIC).owners, ...owner(TOPIC).owners] }, ['owners[1] repeats owners[0]']],
    ['an unknown interval', digest({ every: 'month' }), ['digest.every is "month"; one of day, week']],
    ['a week with an unknown day', digest({ every: 'week', on: 'Monday' }), ['digest.on is "Monday"; one of Mon,']],
    ['a week without a day', digest({ every: 'week' }), ['digest.on is missing; one of Mon,']],
    ['a day of every day', digest({ on: 'Mon' }), ['digest.on is "Mon"; only a digest of every week has a day']],
    [
      'no digest in words',
      { digest: null },
      ['digest is null; an object is needed; its keys: every, at, timeZone, on'],
    ],
    ['a value no JSON can hold', { digest: 1n }, ['the rules are not JSON: ']],
  ])('%s', (_what, source, expected) => {
    expect(read(source).rules).toBeNull();
    expect(complain(source)).toEqual(expected.map((text) => expect.stringContaining(text)));
  });

  test('are told all at once', () => {
    const complaints = complain({
      thresholds: [{ match: { model: 'us.anthropic.x', scope: 'us' }, warningPercent: 99 }],
      mutes: [
        { match: MATCH, reason: 'known' },
        { match: {}, until: '2026-12-01' },
      ],
      quietHours: [{ from: '22', to: '22:00', timeZone: 'Here' }],
      owner: [],
    });
    expect(complaints.map((complaint) => complaint.split(' ')[0])).toEqual([
      'owner',
      'thresholds[0].match.scope',
      'thresholds[0].match.model',
      'thresholds[0]',
      'mutes[1].match',
      'mutes[1].reason',
      'mutes[1].until',
      'quietHours[0].from',
      'quietHours[0].timeZone',
    ]);
  });

  test('name the size in bytes and the way out, beside the others', () => {
    const text = JSON.stringify(mute({ reason: 'é', until: 'soon' }));
    const padded = text.padEnd(4097 - 1);
    expect(Buffer.byteLength(padded)).toBe(4097);
    expect(complain(padded)).toEqual([
      'the rules are 4097 bytes of JSON; at most 4096 are allowed; white space counts, and an advanced SSM parameter holds 8192',
      expect.stringContaining('mutes[0].until'),
    ]);
    expect(read(padded, { maxBytes: 8192 }).problems).toHaveLength(1);
    expect(complain(text.padEnd(9000), { maxBytes: 8192 })[0]).toMatch(/at most 8192 are allowed$/);
    expect(read('{}'.padEnd(4096)).problems).toEqual([]);
  });
});
