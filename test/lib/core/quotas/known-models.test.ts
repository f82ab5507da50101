import { KNOWN_MODELS, mergeModels } from '../../../../lib/core/quotas/known-models';
import { model } from './mapping-fixtures';

describe('the model catalogue', () => {
  test('has each id once, 142 in all, each with provider and name', () => {
    expect(new Set(KNOWN_MODELS.map(({ id }) => id)).size).toBe(KNOWN_MODELS.length);
    expect(KNOWN_MODELS).toHaveLength(142);
    for (const { id, name, provider } of KNOWN_MODELS) {
      expect(id).toMatch(/^[a-z0-9]+\.[a-z0-9]/);
      expect(name).not.toBe('');
      expect(provider).not.toBe('');
    }
  });

  test('gives way to the live list, id by id', () => {
    const live = [model('a.one', 'New', 'A', 'ON_DEMAND'), model('a.two', 'Two', 'A')];
    const known = [model('a.one', 'Old', 'A'), model('a.three', 'Three', 'A')];
    const merged = mergeModels(live, known);
    expect(Object.fromEntries(merged.map(({ id, name }) => [id, name]))).toEqual({
      'a.one': 'New',
      'a.two': 'Two',
      'a.three': 'Three',
    });
    expect(merged).toHaveLength(3);
  });
});
