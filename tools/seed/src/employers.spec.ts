import { EmployerIndex, isRefusal, readIdentity } from '@papan/domain';
import type { Area } from '@papan/domain';
import { Chance } from './chance';
import { inventEmployers } from './employers';

const AREAS: readonly Area[] = [
  { code: '35.05.10', name: 'Kanigoro', kind: 'DISTRICT' },
  { code: '35.05.10.2001', name: 'Satreyan', kind: 'VILLAGE' },
  { code: '35.05.11.2003', name: 'Bacem', kind: 'VILLAGE' },
];

describe('invented employers', () => {
  const employers = inventEmployers(new Chance(7), AREAS, 10_000);

  it('are as many as were asked for, each with a name of its own', () => {
    expect(new Set(employers.map(({ name }) => name)).size).toBe(10_000);
  });

  it('are the same for the same chance', () => {
    expect(inventEmployers(new Chance(7), AREAS, 50)).toEqual(employers.slice(0, 50));
  });

  it('have numbers that can be read, of which no two are the same', () => {
    for (const field of ['nib', 'npwp', 'npp'] as const) {
      const numbers = employers.map((employer) => employer[field]).filter((number) => number !== null);
      expect(numbers.filter((number) => isRefusal(readIdentity(field, number)))).toEqual([]);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });

  it('lie in villages of the region, and have no more registered workers than workers', () => {
    expect(employers.every(({ village, district }) => village?.startsWith(`${district}.`))).toBe(true);
    expect(employers.every(({ estimated, registered }) => registered <= estimated && estimated > 0)).toBe(true);
  });

  it('are found again one by one', () => {
    const index = new EmployerIndex();
    employers.slice(0, 2_000).forEach((employer, id) => index.add(id + 1, employer));
    const found = employers.slice(0, 2_000).map((employer) => index.identify(employer));
    expect(found).toEqual(found.map((_, at) => at + 1));
  });

  it('can do without villages, and without any place', () => {
    expect(inventEmployers(new Chance(1), AREAS.slice(0, 1), 3).map(({ district }) => district)).toEqual(
      Array(3).fill('35.05.10'),
    );
    expect(inventEmployers(new Chance(1), [], 1)[0]).toMatchObject({ district: null, village: null });
  });
});
