import type { CaseRow } from './compliance';
import { packCases, unpackCases } from './case-pack';

const row = (id: number, over: Partial<CaseRow> = {}): CaseRow => ({
  id,
  employer: id + 7,
  status: 'OPEN',
  violations: ['NOT_REGISTERED'],
  workersMissing: 12,
  workersWon: 0,
  tracks: { LOCAL: 'HIMBAUAN' },
  latestOn: '2026-11-02',
  nextEnds: null,
  nextStep: null,
  fired: false,
  firedEnds: null,
  awaitsReceipt: ['HIMBAUAN'],
  readyForHandover: false,
  handover: null,
  missingYear: null,
  version: 3,
  name: `Contoh ${id}`,
  nib: null,
  district: '35.05.10',
  tasks: [],
  ...over,
});

describe('cases packed by column', () => {
  it('are the same when they are unpacked, whatever they hold', () => {
    const rows = [
      row(3),
      row(9, { nib: 'null', tracks: {}, nextEnds: '2026-11-16', nextStep: 'HIMBAUAN', tasks: [4, 2] }),
      row(12, { nib: '1234567890123', handover: 'SEALED', fired: true, missingYear: 2027, violations: [] }),
      row(40, { status: 'PATUH', workersWon: 5, name: '' }),
    ];
    expect(unpackCases(packCases([...rows].reverse()))).toEqual(rows);
    expect(unpackCases(packCases([row(1)]))).toEqual([row(1)]);
    expect(unpackCases(packCases([]))).toEqual([]);
  });

  it('say once what every case says, and name few values by their place', () => {
    const { columns } = packCases(Array.from({ length: 40 }, (_, at) => row(at + 1, { fired: at % 2 === 0 })));
    expect(columns['status/values']).toEqual(['OPEN']);
    expect(columns['status/at']).toBeUndefined();
    expect(columns['fired/values']).toEqual([true, false]);
    expect(columns['name']).toHaveLength(40);
    expect(columns['id']).toEqual(Array.from({ length: 40 }, () => 1));
  });
});
