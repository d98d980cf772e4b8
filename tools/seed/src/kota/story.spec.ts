import { type BoardState, EMPTY_BOARD, countsPersons, evolve } from '@papan/domain';
import { areasOf } from '../areas';
import { blitarStory } from '../blitar/story';
import { PRESS_FIGURES } from '../figures';
import type { RegionStory } from '../region-story';
import { readCase } from '../testing/cases';
import { KOTA_MISSING, kotaStory } from './story';

describe('Kota Blitar, behind the wall', () => {
  let regency: RegionStory;
  let city: RegionStory;

  beforeAll(async () => {
    regency = blitarStory(await areasOf('35.05'));
    const known = new Map(regency.people.map(({ login, name }) => [login, name]));
    city = kotaStory(await areasOf('35.72'), known);
  });

  it('is small: three districts, some fifteen tasks that add up to the people missing', () => {
    const board = city.happenings.reduce<BoardState>(evolve, EMPTY_BOARD);
    const tasks = [...board.tasks.values()];
    expect(city.areas.filter((it) => it.kind === 'DISTRICT')).toHaveLength(3);
    expect(city.areas.filter((it) => it.kind === 'VILLAGE')).toHaveLength(21);
    expect(tasks.length).toBeGreaterThanOrEqual(12);
    const persons = tasks.filter((it) => countsPersons(it.unit));
    expect(persons.reduce((sum, it) => sum + it.target, 0)).toBe(KOTA_MISSING);
  });

  it('shares with the regency the verifier of BPJS and the prosecutor, and nobody else', () => {
    const logins = new Map(regency.people.map(({ login, name }) => [login, name]));
    const shared = city.people.filter(({ login }) => logins.has(login));
    expect(shared.map((it) => it.role)).toEqual(['bpjs-verifier', 'prosecutor']);
    expect(shared.every(({ login, name }) => logins.get(login) === name)).toBe(true);
  });
});

describe('the published figures', () => {
  const { cases } = readCase('press-figures.json') as {
    cases: readonly { region: { code: string }; published?: Record<string, unknown> }[];
  };

  it('speak of the same four local governments as the press', () => {
    expect(new Set(PRESS_FIGURES.map((it) => it.region.code))).toEqual(new Set(cases.map((it) => it.region.code)));
  });

  it('repeat the numbers of the press, and keep the claim of Bojonegoro without any', () => {
    const of = (code: string) => PRESS_FIGURES.filter((it) => it.region.code === code);
    expect(of('12.74')[0]).toMatchObject({ registered: 183_139, active: 150_499, asOf: '2025-04-01' });
    expect(of('12.74')[0]?.registered).toBe(cases.find((it) => it.region.code === '12.74')?.published?.['registered']);
    expect(of('35.22')).toHaveLength(1);
    expect(of('35.22')[0]?.kind).toBe('CLAIM');
    expect(of('35.22')[0]?.registered).toBeUndefined();
  });
});
