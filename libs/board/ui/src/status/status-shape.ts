import type { TaskStatus } from '@papan/domain';

/** What a status chip shows: the five columns, and the states found by filter only. RETURNED runs, but says so. */
export const STATUS_KINDS = [
  'ASSIGNED',
  'RUNNING',
  'RETURNED',
  'BLOCKED',
  'TO_VERIFY',
  'DONE',
  'DRAFT',
  'TRANSFERRED',
  'CANCELLED',
] as const;
export type StatusKind = (typeof STATUS_KINDS)[number];

/** An open blocker covers the status beneath it; otherwise the status speaks for itself. */
export function statusKind(status: TaskStatus, openBlockers: number): StatusKind {
  switch (status) {
    case 'DONE':
    case 'DRAFT':
    case 'TRANSFERRED':
    case 'CANCELLED':
      return status;
    case 'ASSIGNED':
      return openBlockers > 0 ? 'BLOCKED' : 'ASSIGNED';
    case 'RETURNED':
      return openBlockers > 0 ? 'BLOCKED' : 'RETURNED';
    case 'ACCEPTED':
    case 'IN_PROGRESS':
      return openBlockers > 0 ? 'BLOCKED' : 'RUNNING';
    case 'REPORTED_DONE':
      return openBlockers > 0 ? 'BLOCKED' : 'TO_VERIFY';
  }
}

/**
 * One shape for each status, on a grid of 12: told apart without colour. `fill` paints the solid part,
 * `stroke` the outline; a dashed outline is work that nobody has taken up.
 */
export const STATUS_SHAPES: Readonly<
  Record<StatusKind, { readonly outline: string; readonly solid: string; readonly dashed: boolean }>
> = {
  ASSIGNED: { outline: 'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z', solid: '', dashed: true },
  RUNNING: { outline: 'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z', solid: 'M6 1a5 5 0 0 0 0 10z', dashed: false },
  RETURNED: { outline: 'M4 2L1.5 4.5L4 7M2 4.5h5a3 3 0 0 1 0 6H4', solid: '', dashed: false },
  BLOCKED: { outline: 'M6 1.5L11 10.5H1z', solid: 'M6 1.5L11 10.5H1z', dashed: false },
  TO_VERIFY: { outline: 'M1.5 1.5h9v9h-9z', solid: 'M10.5 1.5v9h-9z', dashed: false },
  DONE: { outline: 'M1.5 6.5L4.5 9.5L10.5 2.5', solid: '', dashed: false },
  DRAFT: { outline: 'M1.5 10.5l.8-3L8.5 1.4l2.1 2.1L4.5 9.7z', solid: '', dashed: false },
  TRANSFERRED: { outline: 'M1 6h9M7 2.5L10.5 6L7 9.5', solid: '', dashed: false },
  CANCELLED: { outline: 'M2.5 2.5l7 7M9.5 2.5l-7 7', solid: '', dashed: false },
};
