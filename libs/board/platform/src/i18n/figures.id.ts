/** Files with figures, the province, claims, the map layer. */
export const figures = {
  title: 'Berkas angka',
} as const;
