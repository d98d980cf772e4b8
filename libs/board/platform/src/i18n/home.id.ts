/** The first page after signing in, and the published figures. */
export const home = {
  title: 'Beranda',
} as const;
