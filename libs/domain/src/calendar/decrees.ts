import type { HolidayDecree } from './working-days';

/**
 * The joint decrees of three ministers (SKB 3 Menteri) that ship with the product: national holidays and collective leave
 * (cuti bersama). A later decree is loaded as data; for a year without one no working day is computed.
 */
export const SHIPPED_DECREES: readonly HolidayDecree[] = [
  {
    year: 2026,
    basis: 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025',
    national: [
      '2026-01-01',
      '2026-01-16',
      '2026-02-17',
      '2026-03-19',
      '2026-03-21',
      '2026-03-22',
      '2026-04-03',
      '2026-04-05',
      '2026-05-01',
      '2026-05-14',
      '2026-05-27',
      '2026-05-31',
      '2026-06-01',
      '2026-06-16',
      '2026-08-17',
      '2026-08-25',
      '2026-12-25',
    ],
    collectiveLeave: [
      '2026-02-16',
      '2026-03-18',
      '2026-03-20',
      '2026-03-23',
      '2026-03-24',
      '2026-05-15',
      '2026-05-28',
      '2026-12-24',
    ],
  },
];
