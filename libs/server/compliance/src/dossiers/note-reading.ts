import { type Actor, EMPLOYERS_AUDIENCE, type Refusal, isRefusal, may, refuse } from '@papan/domain';
import type { Commands, Decide, Tx } from '@papan/server-platform';

type What = 'OPENED' | 'DOWNLOADED';

/** A page that is drawn anew within this time is still the same opening. */
const ONE_OPENING = '1 minute';

/**
 * Writes down that the prosecutor opened or downloads a dossier, before anything of it is sent. What BPJS and the lead read
 * is theirs and is not written down.
 */
export async function noteReading(
  commands: Commands,
  actor: Actor,
  id: number,
  what: What,
): Promise<Refusal | undefined> {
  if (actor.role !== 'prosecutor') return undefined;
  const command = { actor, id: crypto.randomUUID(), name: 'dossier.read', params: { case: id, what }, body: null };
  const noted = await commands.run(command, writeReading(actor, id, what));
  return isRefusal(noted) && noted.code !== 'NOTHING_TO_CHANGE' ? noted : undefined;
}

function writeReading(actor: Actor, id: number, what: What): Decide {
  return async (tx, clock) => {
    const allowed = may(actor, 'dossier.read', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const handover = await handoverOf(tx, actor.region, id);
    if (handover === undefined) return refuse('NOT_FOUND');
    if (what === 'OPENED' && (await wasOpened(tx, actor, id, clock.now))) return refuse('NOTHING_TO_CHANGE', {});
    await tx.query(
      'INSERT INTO dossier_reading (region, handover, case_id, what, person, at) VALUES ($1, $2, $3, $4, $5, $6)',
      [actor.region, handover, id, what, actor.person, clock.now],
    );
    const event = { type: 'DossierRead', data: { handover, case: id, what }, text: null } as const;
    return { event, audience: EMPLOYERS_AUDIENCE, answer: {} };
  };
}

async function handoverOf(tx: Tx, region: string, id: number): Promise<number | undefined> {
  const [row] = await tx.query<{ handover: number }>(
    `SELECT d.handover FROM dossier d JOIN handover h ON h.region = d.region AND h.id = d.handover
      WHERE d.region = $1 AND d.case_id = $2 AND h.state IN ('CONFIRMED', 'SEALED') ORDER BY d.handover DESC LIMIT 1`,
    [region, id],
  );
  return row?.handover;
}

async function wasOpened(tx: Tx, actor: Actor, id: number, now: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM dossier_reading WHERE region = $1 AND case_id = $2 AND person = $3 AND what = 'OPENED'
        AND at > $4::timestamptz - interval '${ONE_OPENING}' LIMIT 1`,
    [actor.region, id, actor.person, now],
  );
  return rows.length > 0;
}
