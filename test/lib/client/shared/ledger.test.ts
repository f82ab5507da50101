import { SLOT_MS, slotOf } from '../../../../lib/client/shared/document';
import { Ledger } from '../../../../lib/client/shared/ledger';

const DAY_MS = 86_400_000;
const NOON = 20_000 * DAY_MS + DAY_MS / 2;
const SLOT = slotOf(NOON);

/** A ledger that holds 1,000 tokens for 10 calls. */
function open(slots = 5): Ledger {
  const ledger = new Ledger();
  tell(ledger, 1_000, slots);
  return ledger;
}

function tell(ledger: Ledger, tokens: number, slots: number, now = NOON): void {
  const lease = { tokens, requests: 10, until: slotOf(now) + slots };
  const more = ledger.shrink(lease, now);
  ledger.confirm(ledger.claims(now, lease), more);
}

test('a call is let in on the lease', () => {
  const ledger = open();
  ledger.admit(NOON, 300);
  expect(ledger.lease(NOON)).toEqual({ tokens: 700, requests: 9, until: SLOT + 5 });
  expect(ledger.used(NOON)).toEqual({ tokens: 300, requests: 1 });
});

test('a lease ends with its last slot', () => {
  const ledger = open();
  expect(ledger.lease(NOON + 6 * SLOT_MS - 1).tokens).toBe(1_000);
  expect(ledger.lease(NOON + 6 * SLOT_MS).tokens).toBe(0);
});

test('what a call leaves is held again', () => {
  const ledger = open();
  const entry = ledger.admit(NOON, 300);
  ledger.settle(entry, 100, { hasGone: true, now: NOON });
  expect(ledger.lease(NOON)).toMatchObject({ tokens: 900, requests: 9 });
  expect(ledger.used(NOON)).toEqual({ tokens: 100, requests: 1 });
  expect(ledger.today(NOON)).toBe(100);
});

test('a call that was refused is no request', () => {
  const ledger = open();
  ledger.settle(ledger.admit(NOON, 300), 0, { hasGone: false, now: NOON });
  expect(ledger.lease(NOON)).toMatchObject({ tokens: 1_000, requests: 10 });
});

test('what others believe to be over before the lease ends is not held again', () => {
  const ledger = open(40);
  ledger.settle(ledger.admit(NOON, 300), 100, { hasGone: true, now: NOON });
  expect(ledger.lease(NOON).tokens).toBe(700);
  expect(ledger.used(NOON).tokens).toBe(100);
});

test('a minute later nothing counts, but in the day', () => {
  const ledger = open();
  const entry = ledger.admit(NOON, 300);
  const later = NOON + 31 * SLOT_MS;
  ledger.settle(entry, 100, { hasGone: true, now: later });
  expect(ledger.claims(later, ledger.lease(later)).slots.size).toBe(0);
  expect(ledger.today(later)).toBe(100);
  expect(ledger.today(NOON + DAY_MS)).toBe(0);
});

test('less is held at once, more only when others know', () => {
  const ledger = open();
  expect(ledger.shrink({ tokens: 400, requests: 20, until: SLOT + 1 }, NOON)).toEqual({ tokens: 0, requests: 10 });
  expect(ledger.lease(NOON)).toEqual({ tokens: 400, requests: 10, until: SLOT + 1 });
});

test('what is spent while others are told is spent', () => {
  const ledger = open();
  const lease = { tokens: 1_500, requests: 10, until: SLOT + 9 };
  const more = ledger.shrink(lease, NOON);
  const claims = ledger.claims(NOON, lease);
  ledger.admit(NOON, 300);
  ledger.confirm(claims, more);
  expect(ledger.lease(NOON)).toEqual({ tokens: 1_200, requests: 9, until: SLOT + 9 });
});

test('what went to those who are gone is told no second time', () => {
  const ledger = new Ledger();
  tell(ledger, 0, 5);
  ledger.admit(NOON, 300);
  tell(ledger, 100, 5);
  ledger.admit(NOON, 150);
  ledger.beginAnew(NOON);
  expect(ledger.today(NOON)).toBe(50);
  ledger.beginAnew(NOON);
  expect(ledger.today(NOON)).toBe(50);
});
