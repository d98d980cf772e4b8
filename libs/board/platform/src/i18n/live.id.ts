/** How fresh the screen is. */
export const live = {
  connecting: 'Menyambung…',
  connected: 'Tersambung · data per {time}',
  connectedShort: 'Tersambung',
  reconnecting: 'Menyambung ulang…',
  stale: 'Data per {time}',
  ended: 'Sesi berakhir',
  outdated: 'Versi baru tersedia',
  explainStale:
    'Belum ada kabar dari server. Angka di layar adalah keadaan pukul {time}; papan terus mencoba menyambung.',
  loadingTasks: 'Masih memuat papan…',
  failed: 'Papan tidak dapat dimuat',
  failedHint: 'Server tidak dapat dihubungi. Papan mencoba lagi sendiri.',
} as const;
