import type { CloseReason } from '@papan/domain';
import type { CaseFate } from './plan';
import type { Days, Walk } from './walk';

/**
 * The ways to each fate, in the year before the demonstration begins on Monday 2 November 2026. What was handed over was
 * appealed to in February, visited in March and inspected until the middle of May; the power of attorney is of 26 May,
 * because 27 May 2026 is a holiday. `after` is what follows the hand-over.
 */
export interface Way {
  readonly before: (walk: Walk) => void;
  readonly after?: (walk: Walk) => void;
}

const WINTER: Days = ['2026-01-19', '2026-02-06'];
const CLOSE_REASONS: readonly CloseReason[] = ['NOT_AN_EMPLOYER', 'CLOSED_DOWN', 'MOVED_AWAY', 'BANKRUPT', 'DUPLICATE'];

/** What every case has behind it that went to the Kejaksaan: an appeal, a visit with a broken pledge, an inspection. */
function complete(walk: Walk): void {
  walk.identified(['2026-01-19', '2026-01-30']);
  walk.appeal(['2026-02-02', '2026-02-12']);
  walk.visit(['2026-03-09', '2026-03-17'], ['2026-03-30', '2026-04-10']);
  walk.inspection(['2026-04-20', '2026-05-12']);
}

function inspected(walk: Walk, appealed: Days, on: Days): void {
  walk.identified(WINTER);
  walk.appeal(appealed);
  walk.inspection(on);
}

/** Both warnings and the fine, long over. */
function fined(walk: Walk): void {
  inspected(walk, ['2026-02-09', '2026-03-06'], ['2026-04-06', '2026-04-17']);
  walk.recorded('TEGURAN_I', ['2026-04-22', '2026-04-24']);
  walk.recorded('TEGURAN_II', ['2026-05-19', '2026-05-22']);
  walk.recorded('DENDA', ['2026-06-17', '2026-06-19']);
}

function compliant(walk: Walk): void {
  walk.identified(WINTER);
  walk.appeal(['2026-02-09', '2026-04-10']);
  const reached = walk.nth % 7;
  if (reached >= 3) walk.visit(['2026-05-04', '2026-05-22'], ['2026-06-08', '2026-07-10']);
  if (reached >= 5) walk.inspection(['2026-07-20', '2026-08-07']);
  if (reached === 6) walk.recorded('TEGURAN_I', ['2026-08-18', '2026-08-21']);
  walk.verified(reached >= 5 ? ['2026-09-07', '2026-10-23'] : ['2026-06-02', '2026-08-28']);
}

export const WAYS: Readonly<Record<CaseFate, Way>> = {
  IDENTIFIED: { before: (walk) => walk.identified(['2026-10-12', '2026-10-29']) },
  APPEAL_UNPROVED: {
    before: (walk) => {
      walk.identified(['2026-09-07', '2026-10-02']);
      walk.appeal(['2026-10-12', '2026-10-23'], walk.nth % 5 === 4 ? 'NEITHER' : 'SENT');
    },
  },
  APPEAL_RUNNING: {
    before: (walk) => {
      walk.identified(['2026-08-10', '2026-09-18']);
      walk.appeal(['2026-10-07', '2026-10-14'], 'RECEIVED', ['2026-10-19', '2026-10-28']);
    },
  },
  APPEAL_ENDED: {
    before: (walk) => {
      walk.identified(WINTER);
      if (walk.nth % 3 === 0) walk.appeal(['2026-02-16', '2026-04-10']);
      else walk.appeal(['2026-08-24', '2026-09-25'], 'RECEIVED', ['2026-09-28', '2026-10-14']);
    },
  },
  VISIT_PLEDGED: {
    before: (walk) => {
      walk.identified(['2026-04-06', '2026-05-08']);
      walk.appeal(['2026-08-03', '2026-09-04']);
      walk.visit(['2026-10-05', '2026-10-22'], ['2026-11-03', '2026-11-30']);
    },
  },
  VISIT_BROKEN: {
    before: (walk) => {
      walk.identified(['2026-03-02', '2026-03-13']);
      walk.appeal(['2026-05-04', '2026-06-12']);
      walk.visit(['2026-08-18', '2026-09-11'], ['2026-09-28', '2026-10-30']);
    },
  },
  INSPECTED: {
    before: (walk) => {
      walk.identified(WINTER);
      walk.appeal(['2026-04-06', '2026-06-12']);
      if (walk.nth % 2 === 0) walk.visit(['2026-07-06', '2026-07-24'], ['2026-08-10', '2026-08-31']);
      walk.inspection(['2026-09-07', '2026-10-23']);
    },
  },
  WARNING_I_RUNNING: {
    before: (walk) => {
      inspected(walk, ['2026-03-02', '2026-05-08'], ['2026-08-03', '2026-09-11']);
      walk.recorded('TEGURAN_I', ['2026-10-12', '2026-10-16'], ['2026-10-19', '2026-10-27']);
    },
  },
  WARNING_I_ENDED: {
    before: (walk) => {
      inspected(walk, ['2026-03-02', '2026-05-08'], ['2026-07-06', '2026-08-14']);
      walk.recorded('TEGURAN_I', ['2026-09-07', '2026-09-25']);
    },
  },
  WARNING_II_RUNNING: {
    before: (walk) => {
      inspected(walk, ['2026-03-02', '2026-04-10'], ['2026-06-29', '2026-07-31']);
      walk.recorded('TEGURAN_I', ['2026-08-31', '2026-09-04']);
      walk.recorded('TEGURAN_II', ['2026-10-12', '2026-10-16'], ['2026-10-19', '2026-10-27']);
    },
  },
  FINE_WINDOW: {
    before: (walk) => {
      inspected(walk, ['2026-02-16', '2026-03-13'], ['2026-06-08', '2026-06-26']);
      walk.recorded('TEGURAN_I', ['2026-07-20', '2026-07-24']);
      walk.recorded('TEGURAN_II', ['2026-09-17', '2026-09-21'], ['2026-09-23', '2026-09-28']);
      walk.recorded('DENDA', ['2026-10-14', '2026-10-20']);
    },
  },
  SERVICES_ASKED: {
    before: (walk) => {
      fined(walk);
      walk.servicesAsked(['2026-10-05', '2026-10-20']);
    },
  },
  SERVICES_REFUSED: {
    before: (walk) => {
      fined(walk);
      walk.servicesAsked(['2026-08-03', '2026-08-14']);
      walk.servicesRefused(['2026-09-01', '2026-09-18']);
    },
  },
  DECREE_MISSING: {
    before: (walk) => {
      walk.identified(['2026-09-07', '2026-09-18']);
      walk.appeal(['2026-10-19', '2026-10-21'], 'RECEIVED', ['2026-10-29', '2026-10-30']);
    },
  },
  RELAPSED: {
    before: (walk) => {
      walk.identified(WINTER);
      walk.appeal(['2026-03-02', '2026-03-13']);
      walk.verified(['2026-06-08', '2026-06-12']);
      walk.relapsed(['2026-10-14', '2026-10-16']);
    },
  },
  HANDED_OVER: { before: complete },
  SUMMONED: {
    before: complete,
    after: (walk) => void walk.summons(['2026-10-19', '2026-10-23'], ['2026-11-03', '2026-11-06']),
  },
  ABSENT: {
    before: complete,
    after: (walk) => walk.attended(walk.summons(['2026-10-05', '2026-10-09'], ['2026-10-20', '2026-10-28']), false),
  },
  SUMMONED_AGAIN: {
    before: complete,
    after: (walk) => {
      walk.attended(walk.summons(['2026-08-03', '2026-08-14'], ['2026-08-24', '2026-09-04']), false);
      walk.summons(['2026-10-19', '2026-10-23'], ['2026-11-04', '2026-11-13']);
    },
  },
  MEDIATION: {
    before: complete,
    after: (walk) => {
      walk.attended(walk.summons(['2026-06-15', '2026-07-10'], ['2026-07-20', '2026-07-31']), true);
      walk.mediation(['2026-08-10', '2026-08-28']);
      if (walk.nth % 2 === 0) walk.mediation(['2026-09-21', '2026-10-16']);
    },
  },
  COMPLIANT: { before: compliant },
  SERVICES_RESTORED: {
    before: (walk) => {
      fined(walk);
      walk.servicesAsked(['2026-07-20', '2026-07-24']);
      walk.servicesRefused(['2026-08-03', '2026-08-14']);
      walk.verified(['2026-10-05', '2026-10-09']);
      walk.servicesRestored(['2026-10-19', '2026-10-23']);
    },
  },
  CLOSED: {
    before: (walk) => {
      walk.identified(['2026-01-19', '2026-02-06']);
      if (walk.nth % 2 === 0) walk.appeal(['2026-02-16', '2026-03-13']);
      walk.closed(['2026-05-04', '2026-09-25'], CLOSE_REASONS[walk.nth % CLOSE_REASONS.length] ?? 'CLOSED_DOWN');
    },
  },
};
