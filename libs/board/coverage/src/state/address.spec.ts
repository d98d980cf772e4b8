import { AREA_SORTS, LEAVES, NOTHING_CHOSEN, readChosen, writeChosen } from './address';
import type { Chosen } from './address';

describe('what is chosen, in the address', () => {
  it('comes back from a link', () => {
    const all: readonly Chosen[] = [
      NOTHING_CHOSEN,
      {
        month: '2026-09-01',
        compared: '2026-01-01',
        measure: 'active',
        segment: 'PBPU_BP_PEMDA',
        district: '35.05.10',
        leaf: 'change',
        sort: 'name',
        down: false,
      },
      ...LEAVES.map((leaf) => ({ ...NOTHING_CHOSEN, leaf })),
      ...AREA_SORTS.map((sort) => ({ ...NOTHING_CHOSEN, sort })),
    ];
    for (const chosen of all) expect(readChosen(writeChosen(chosen))).toEqual(chosen);
  });

  it('leaves out what it does not know, and says nothing of what is usual', () => {
    expect(
      readChosen({ bulan: '2026-02-31', segmen: 'x', kecamatan: "35.05'; --", ukuran: '', lihat: 'a', urut: 'b' }),
    ).toEqual(NOTHING_CHOSEN);
    expect(Object.values(writeChosen(NOTHING_CHOSEN)).every((value) => value === null)).toBe(true);
  });
});
