import * as fc from 'fast-check';
import { AGENCIES, BPJS, DINKES, DISDIK } from '../tasks/examples';
import { AGENCY_KINDS, type AgencyHead, CAPACITIES, canBeInstructed, findHeadOn, instructable } from './agency';
import { isAreaCode, isWithin } from './area';

describe('an agency', () => {
  it('under the regent can be instructed, a partner can only be asked', () => {
    expect(AGENCY_KINDS.filter(canBeInstructed)).toEqual(['LEAD', 'OPD', 'SECRETARIAT']);
    expect(instructable(AGENCIES, DISDIK.id)).toBe(DISDIK);
    expect(instructable(AGENCIES, DINKES.id)).toBe(DINKES);
  });

  it('that cannot carry a task is refused by name, one that does not exist by number', () => {
    expect(instructable(AGENCIES, BPJS.id)).toMatchObject({
      code: 'PARTNER_NOT_INSTRUCTABLE',
      params: { agency: 'BPJS Kesehatan KC Kediri' },
    });
    expect(instructable(AGENCIES, 99)).toMatchObject({ code: 'AGENCY_UNKNOWN', params: { agency: 99 } });
  });
});

describe('the head of an agency', () => {
  const heads: readonly AgencyHead[] = [
    head('Budi', 'DEFINITIF', '2024-01-01', '2026-06-30'),
    head('Siti', 'PLT', '2026-07-01', '2026-11-30'),
    head('Umar', 'PLH', '2026-10-05', '2026-10-09'),
    head('Dewi', 'DEFINITIF', '2026-12-01', null),
  ];
  const on = (day: string): string | undefined => findHeadOn(heads, 2, day)?.name;

  it('is whoever serves on that day, from the first to the last', () => {
    expect([on('2026-06-30'), on('2026-07-01'), on('2026-12-01'), on('2030-01-01')]).toEqual([
      'Budi',
      'Siti',
      'Dewi',
      'Dewi',
    ]);
  });

  it('is nobody before the first, and nobody in another agency', () => {
    expect(on('2023-12-31')).toBeUndefined();
    expect(findHeadOn(heads, 3, '2026-12-01')).toBeUndefined();
  });

  it('is the acting head before the one who only stands in for a few days', () => {
    expect(on('2026-10-06')).toBe('Siti');
  });

  it('is the appointed one where an acting one overlaps, the newer of two alike', () => {
    const overlapping = [
      head('Plt lama', 'PLT', '2026-01-01', null),
      head('Definitif', 'DEFINITIF', '2026-03-01', null),
    ];
    expect(findHeadOn(overlapping, 2, '2026-05-01')?.name).toBe('Definitif');
    const twice = [head('Lama', 'PLT', '2026-01-01', null), head('Baru', 'PLT', '2026-03-01', null)];
    expect(findHeadOn(twice, 2, '2026-05-01')?.name).toBe('Baru');
  });

  it('always serves on the day asked for', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((it) => `2026-11-${String(it).padStart(2, '0')}`);
    const anyHead = fc.record({
      agency: fc.constantFrom(2, 3),
      name: fc.string(),
      capacity: fc.constantFrom(...CAPACITIES),
      from: day,
      until: fc.option(day),
    });
    fc.assert(
      fc.property(fc.array(anyHead), day, (all, today) => {
        const serving = all.filter((it) => it.agency === 2 && it.from <= today && (it.until ?? today) >= today);
        const found = findHeadOn(all, 2, today);
        expect(found === undefined).toBe(serving.length === 0);
        if (found) expect(serving).toContain(found);
      }),
    );
  });
});

describe('an area', () => {
  it('has a code of the Ministry of Home Affairs, never one of BPS', () => {
    expect(['35.05.10', '35.05.10.1008'].every(isAreaCode)).toBe(true);
    expect(['3505010', '35.05', '35.05.10.10', '35.05.10.1008.1', ' 35.05.10', ''].some(isAreaCode)).toBe(false);
  });

  it('lies in its district, its region and itself, not in one that only begins alike', () => {
    expect(isWithin('35.05.10.1008', '35.05.10')).toBe(true);
    expect(isWithin('35.05.10.1008', '35.05')).toBe(true);
    expect(isWithin('35.05.10', '35.05.10')).toBe(true);
    expect(isWithin('35.05.10', '35.05.1')).toBe(false);
    expect(isWithin('35.05', '35.05.10')).toBe(false);
  });
});

function head(name: string, capacity: AgencyHead['capacity'], from: string, until: string | null): AgencyHead {
  return { agency: 2, name, capacity, from, until };
}
