/** Faults that the tests switch on to prove that they would be found. Refused unless NODE_ENV is `test`. */
export const SABOTAGES = ['no-sync', 'no-key', 'drop-frame', 'no-guard', 'no-rls', 'double-fire'] as const;
export type Sabotage = (typeof SABOTAGES)[number];

/** The fault asked for by PAPAN_SABOTAGE, or null. Throws on an unknown one and outside of tests. */
export function readSabotage(env: Readonly<Record<string, string | undefined>> = process.env): Sabotage | null {
  const asked = env['PAPAN_SABOTAGE'];
  if (asked === undefined || asked === '') return null;
  const known = SABOTAGES.find((name) => name === asked);
  if (!known) throw new Error(`PAPAN_SABOTAGE: unknown value "${asked}"`);
  if (env['NODE_ENV'] !== 'test') throw new Error('PAPAN_SABOTAGE is for tests only (NODE_ENV=test)');
  return known;
}

/** Whether this fault is switched on in this process. */
export function sabotaged(name: Sabotage): boolean {
  return readSabotage() === name;
}
