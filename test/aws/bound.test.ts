import { boundEach, type Overdue } from '../../aws/bound';
import { spellStatement, toStatement } from '../../lib/core/vocabulary/statement';
import { EN } from '../../lib/language/en';

const never = { send: () => new Promise<never>(() => undefined) };

it.each<Overdue>(['outOfTime', 'noAnswer'])(
  'a call that is never answered ends with the signal: %s',
  async (trouble) => {
    const controller = new AbortController();
    const { client } = boundEach({ client: never }, () => controller.signal, trouble);
    const answer = client.send();
    controller.abort();
    await expect(answer).rejects.toThrow(spellStatement(toStatement(trouble), EN));
  },
);

it('one that is answered is, and without a signal there is no limit', async () => {
  const bound = boundEach({ one: { send: async () => 1 }, other: { send: async () => 2 } }, () => null);
  expect(await Promise.all([bound.one.send(), bound.other.send()])).toEqual([1, 2]);
});
