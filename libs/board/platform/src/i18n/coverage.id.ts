/** The pages of coverage: figures, charts, map. */
export const coverage = {
  title: 'Cakupan',
} as const;
