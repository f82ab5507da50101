import { claimEntry, isOfOther, isOwn, releaseEntry, type Speaker } from '../../../lambda/outbox/claim';
import { entryKeyOf, isSaid, isStale, isTold, type OutboxEntry, withRefused } from '../../../lambda/outbox/entry';
import { findRefused, findUnheardOwners, findWaiting } from '../../../lambda/outbox/find-stuck';
import type { AlertEventEntry } from '../../../lib/core/messages/event';
import type { AlertMessage } from '../../../lib/core/messages/mail';
import { spellStatement } from '../../../lib/core/vocabulary/statement';
import { EN } from '../../../lib/language/en';

const AT = '2026-10-14T14:33:00Z';
const NOW = Date.parse(AT) / 60_000;
const DAY = 24 * 60;
const alert = { subject: 'x', message: {}, attributes: {} } as unknown as AlertMessage;
const owners = [{ topicArn: 'arn:aws:sns:us-east-1:111122223333:team', alert }];
const events = [{ detailType: 'x', detail: '{}', resources: [], at: AT }] satisfies AlertEventEntry[];
const note = { source: 'outbox:refused', message: 'why' };

function entry(changes: Partial<OutboxEntry> = {}): OutboxEntry {
  return { id: AT, alert, isMailed: true, ...changes };
}

it.each<[string, Partial<OutboxEntry>, boolean, boolean]>([
  ['whose mail is not out', { isMailed: false }, false, false],
  ['that only was mailed', {}, true, true],
  ['with a chat that waits', { chat: [{} as never] }, false, false],
  ['with events that wait', { events }, false, false],
  ['with owners that wait', { owners }, false, false],
  ['with a refusal to be told', { refused: [note] }, true, false],
  ['whose refusals are told', { refused: [] }, true, true],
])('an entry %s', (_, changes, told, said) => {
  expect([isTold(entry(changes)), isSaid(entry(changes))]).toEqual([told, said]);
});

it('an entry of an older version is not mailed', () => {
  expect(isTold({ id: AT, alert })).toBe(false);
});

it.each([
  [DAY, false],
  [DAY + 1, true],
])('after %d minutes what is no mail is old: %s', (minutes, isOld) => {
  expect(isStale(entry(), NOW + minutes)).toBe(isOld);
});

it('notes of refusals are few, the first ones', () => {
  const notes = Array.from({ length: 7 }, (_, index) => ({ ...note, message: `${index}` }));
  const { refused } = withRefused(withRefused(entry(), notes.slice(0, 3)), notes.slice(3));
  expect(refused).toEqual(notes.slice(0, 5));
});

it('the key of an entry is its run and its part of it', () => {
  expect([entryKeyOf(entry()), entryKeyOf(entry({ part: 2 }))]).toEqual([`${AT}#0`, `${AT}#2`]);
});

describe('a claim', () => {
  const speaker: Speaker = { id: 'one', startedAt: 1_000, endsAt: 56_000 };
  const waiting = entry({ isMailed: false });
  const claimed = claimEntry(waiting, speaker);
  const later = (startedAt: number): Speaker => ({ id: 'other', startedAt, endsAt: startedAt + 55_000 });

  it('is of its run until the run ends', () => {
    expect(claimed.claim).toEqual({ by: 'one', until: 56_000 });
    expect([isOwn(claimed, speaker), isOwn(claimed, later(0)), isOwn(waiting, speaker)]).toEqual([true, false, false]);
    expect(isOfOther(claimed, speaker)).toBe(false);
    expect(isOfOther(waiting, speaker)).toBe(false);
    expect(isOfOther(claimed, later(55_999))).toBe(true);
    expect(isOfOther(claimed, later(56_000))).toBe(false);
  });

  it('is not taken from a run that may live, made twice, or made of what is told', () => {
    expect(claimEntry(claimed, later(2_000))).toBe(claimed);
    expect(claimEntry(claimed, speaker)).toBe(claimed);
    expect(claimEntry(claimed, later(56_000)).claim).toEqual({ by: 'other', until: 111_000 });
    const told = entry();
    expect(claimEntry(told, speaker)).toBe(told);
    expect(releaseEntry(claimed)).toEqual(waiting);
  });
});

describe('what is stuck', () => {
  const earlier = '2026-10-14T12:00:00Z';

  it('is what waits, since the oldest of it', () => {
    expect(findWaiting([])).toBeNull();
    expect(findWaiting([entry(), entry({ refused: [note] })])).toBeNull();
    const outbox = [entry({ events }), entry({ id: earlier, isMailed: false }), entry()];
    expect(findWaiting(outbox)).toEqual({ count: 2, since: Date.parse(earlier) / 60_000 });
  });

  it('is what was refused, and who was not told, since the first time', () => {
    expect(findRefused([entry(), entry({ refused: [note] })])).toEqual([note]);
    expect(findUnheardOwners([entry()])).toEqual([]);
    const [unheard, ...others] = findUnheardOwners([entry({ id: earlier, owners }), entry({ owners })]);
    expect(others).toEqual([]);
    expect(unheard?.source).toBe(`sns:Publish ${owners[0]?.topicArn}`);
    expect(unheard && spellStatement(unheard, EN)).toContain(`${owners[0]?.topicArn} has failed since ${earlier}`);
  });
});
