/** The cases of employers: list, case, hand-over, dossiers, counter. */
export const compliance = {
  cases: 'Kasus kepatuhan',
} as const;
