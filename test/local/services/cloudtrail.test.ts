import { ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { type CloudTrailClient, LookupEventsCommand, type LookupEventsCommandInput } from '@aws-sdk/client-cloudtrail';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { clientsOf } from '../clients';

const NOON = new Date('2026-10-14T12:00:00Z');
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

let account: LocalAccount;
let cloudTrail: CloudTrailClient;
beforeEach(async () => {
  account = await startLocalAccount({ now: NOON, pageSizes: { events: 2 } });
  cloudTrail = clientsOf(account.url).cloudTrail;
});
afterEach(async () => {
  cloudTrail.destroy();
  await account.close();
});

const lookUp = (input: LookupEventsCommandInput = {}) => cloudTrail.send(new LookupEventsCommand(input));
const byName = (name: string): LookupEventsCommandInput => ({
  LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: name }],
});
/** The quota of the model is 0. */
const refusedCall = (minute = 0) =>
  account.traffic.call({ modelId: 'us.anthropic.claude-opus-4-8', at: later(minute).getTime(), input: 9, output: 9 });

test('a refused call shows minutes later, with the words the caller read', async () => {
  expect(refusedCall()).toBe('tokensPerDay');
  account.clock.set(later(2));
  expect((await lookUp()).Events).toEqual([]);
  account.clock.set(later(15));
  const { Events: [event] = [] } = await lookUp(byName('Converse'));
  expect(event).toMatchObject({ EventName: 'Converse', EventTime: NOON, EventSource: 'bedrock.amazonaws.com' });
  expect(JSON.parse(event?.CloudTrailEvent ?? '')).toMatchObject({
    eventID: event?.EventId,
    errorCode: 'ThrottlingException',
    errorMessage: 'Too many tokens per day, please wait before trying again.',
  });
});

test('so does a call of an id that Bedrock does not know, of which no metric tells', async () => {
  expect(() => account.traffic.call({ modelId: 'no.such', at: NOON.getTime(), input: 1, output: 1 })).toThrow();
  account.clock.set(later(15));
  const { Events: [event] = [] } = await lookUp();
  expect(event?.CloudTrailEvent).toContain('"errorCode":"ValidationException"');
});

test('calls over the wire are recorded once each, under their operation', async () => {
  const { runtime } = clientsOf(account.url);
  const messages = [{ role: 'user' as const, content: [{ text: 'hi' }] }];
  const converse = (modelId: string) => runtime.send(new ConverseStreamCommand({ modelId, messages }));
  await expect(converse('us.anthropic.claude-opus-4-8')).rejects.toThrow('Too many tokens per day');
  await expect(converse('no.such')).rejects.toThrow('identifier is invalid');
  account.clock.set(later(15));
  const { Events = [] } = await lookUp(byName('ConverseStream'));
  const codes = Events.map(({ CloudTrailEvent = '' }) => JSON.parse(CloudTrailEvent).errorCode);
  expect(codes.sort()).toEqual(['ThrottlingException', 'ValidationException']);
  runtime.destroy();
});

test('by name, time and page, the newest first', async () => {
  for (const minute of [0, 1, 2, 3]) refusedCall(minute);
  account.clock.set(later(60));
  expect((await lookUp(byName('InvokeModel'))).Events).toEqual([]);
  const times: unknown[] = [];
  let NextToken: string | undefined;
  do {
    const page = await lookUp({ StartTime: later(1), EndTime: later(3), NextToken });
    times.push(...(page.Events ?? []).map(({ EventTime }) => EventTime));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  expect(times).toEqual([later(3), later(2), later(1)]);
});

test('refuses a time that ends before it starts, a page too large, and another attribute', async () => {
  await expect(lookUp({ StartTime: later(1), EndTime: NOON })).rejects.toMatchObject({
    name: 'InvalidTimeRangeException',
  });
  await expect(lookUp({ MaxResults: 51 })).rejects.toMatchObject({ name: 'InvalidMaxResultsException' });
  const LookupAttributes = [{ AttributeKey: 'Username' as const, AttributeValue: 'x' }];
  await expect(lookUp({ LookupAttributes })).rejects.toMatchObject({ name: 'InvalidLookupAttributesException' });
});
