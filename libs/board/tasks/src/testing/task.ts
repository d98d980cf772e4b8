import type { Task } from '@papan/domain';

/** A task of Disdik as the seed could have made it; a test says only what it is about. */
export function task(facts: Partial<Task> & Pick<Task, 'id'>): Task {
  return {
    title: 'Daftarkan pekerja pabrik rokok',
    description: '',
    evidence: '',
    unit: 'people',
    segment: 'PPU_BU',
    area: null,
    target: 1200,
    start: null,
    due: '2026-12-11',
    campaign: 1,
    agency: 2,
    visibility: 'campaign',
    status: 'IN_PROGRESS',
    since: '2026-11-02T01:00:00.000Z',
    dueChanges: 0,
    reported: 0,
    reached: 0,
    rejected: 0,
    registered: 0,
    active: 0,
    lastReportAt: null,
    lastReportBy: null,
    lastReportDelta: 0,
    origin: null,
    version: 1,
    fieldVersions: {},
    ...facts,
  };
}
