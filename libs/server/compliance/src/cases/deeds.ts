import type {
  CloseCase,
  FreezeStep,
  RecordAttendance,
  RecordReceipt,
  ReopenCase,
  SetViolations,
  TakeStep,
  VerifyCase,
} from '@papan/contracts';
import {
  type Case,
  type ComplianceEventOf,
  closeCase,
  freezeStep,
  isRefusal,
  recordAttendance,
  recordReceipt,
  reopenCase,
  setViolations,
  takeStep,
  verifyCase,
} from '@papan/domain';
import type { Decide, Tx } from '@papan/server-platform';
import { ladderFacts } from '../ladder/ladder-facts';
import type { OnCase, OnStep } from './in-region';
import { onCase } from './settle';

/** A step of the ladder is entered; which fields it asks for and who may, the ladder says. */
export function takeOneStep(on: OnCase, body: TakeStep): Decide {
  return onCase(on, async (found, { today }, tx) =>
    takeStep(found, body, on.actor, await ladderFacts(tx, on.actor.region, today)),
  );
}

/** A document was sent and received: the clock starts here, and nowhere else. */
export function recordOneReceipt(on: OnStep, body: RecordReceipt): Decide {
  return onCase(on, async (found, { today }, tx) =>
    recordReceipt(found, on.entry, body, on.actor, await ladderFacts(tx, on.actor.region, today)),
  );
}

/** The signed scan is there: the record of the step is frozen. */
export function freezeOneStep(on: OnStep, body: FreezeStep): Decide {
  return onCase(on, (found, { today }) => freezeStep(found, on.entry, body, on.actor, { today }));
}

/** Whether the employer came to a summons. */
export function recordOneAttendance(on: OnStep, body: RecordAttendance): Decide {
  return onCase(on, (found, { today }) => recordAttendance(found, on.entry, body, on.actor, { today }));
}

/** Which violations stand now; changes neither step nor clock. */
export function setCaseViolations(on: OnCase, body: SetViolations): Decide {
  return onCase(on, (found, { today }) => setViolations(found, body, on.actor, { today }));
}

/** BPJS verifies: the only way in which a case ends as compliant. */
export function verifyOneCase(on: OnCase, body: VerifyCase): Decide {
  return onCase(on, async (found, { today }, tx) => {
    const event = verifyCase(found, body, on.actor, { today });
    if (!isRefusal(event) && event.data.workers > 0) await noteGain(tx, on.actor.region, found, event);
    return event;
  });
}

/** Which step had come last when workers were won. */
async function noteGain(
  tx: Tx,
  region: string,
  { id, steps }: Case,
  { data }: ComplianceEventOf<'CaseVerified'>,
): Promise<void> {
  await tx.query('INSERT INTO case_gain (region, case_id, step, workers, on_day) VALUES ($1, $2, $3, $4, $5)', [
    ...[region, id, steps.at(-1)?.step ?? 'IDENTIFIED', data.workers, data.on],
  ]);
}

/** BPJS closes a case that was none. */
export function closeOneCase(on: OnCase, body: CloseCase): Decide {
  return onCase(on, (found, { today }) => closeCase(found, body, on.actor, { today }));
}

/** A case that had ended, or whose settlement was broken, goes on; its history stays. */
export function reopenOneCase(on: OnCase, body: ReopenCase): Decide {
  return onCase(on, (found, { today }) => reopenCase(found, body, on.actor, { today }));
}
