import type { HandoverView } from '@papan/contracts';
import type { Happening } from '@papan/domain';

/** Whether something happened to one of these hand-overs; null asks about any. */
export function touchesHandover(happenings: readonly Happening[], id: number | null): boolean {
  return happenings.some(({ event }) => {
    switch (event.type) {
      case 'HandoverProposed':
      case 'HandoverWithdrawn':
      case 'HandoverConfirmed':
      case 'DossierSealed':
      case 'DossierRead':
        return id === null || event.data.handover === id;
      default:
        return false;
    }
  });
}

/** How far the dossiers are made: done of all, and the share in percent. */
export function sealing({ sealed, cases }: Pick<HandoverView, 'sealed' | 'cases'>): {
  readonly sealed: number;
  readonly all: number;
  readonly percent: number;
} {
  const all = cases.length;
  return { sealed, all, percent: all === 0 ? 0 : Math.round((sealed / all) * 100) };
}

/** Newest first; what waits for a person before everything else. */
export function byUrgency(handovers: readonly HandoverView[]): readonly HandoverView[] {
  const rank = { PROPOSED: 0, CONFIRMED: 1, SEALED: 2, WITHDRAWN: 3 } as const;
  return [...handovers].sort((a, b) => rank[a.state] - rank[b.state] || b.id - a.id);
}
