/** What is said about figures, their files and the map, in Indonesian. */
export const COVERAGE_ID = {
  movement: {
    ENROLLED: 'Pendaftaran baru',
    BORN: 'Kelahiran',
    MOVED_IN: 'Pindah masuk',
    REACTIVATED: 'Diaktifkan kembali',
    DIED: 'Meninggal',
    MOVED_OUT: 'Pindah keluar',
    DEACTIVATED: 'Dinonaktifkan (SK)',
    IN_ARREARS: 'Menunggak',
  },
  figureKind: {
    MONTH: 'Data bulanan BPJS',
    POPULATION: 'Penduduk semester',
    MOVEMENTS: 'Mutasi peserta',
  },
  event: {
    PopulationRecorded: '{who} mencatat penduduk semester {semester}: {people} jiwa',
    MovementsRecorded: '{who} mencatat mutasi peserta sampai {asOf}',
    MapLayerPublished: '{who} memasang lapisan peta dengan {areas} wilayah',
    MapLayerWithdrawn: '{who} menurunkan lapisan peta',
    ClaimRecorded: '{who} mencatat pernyataan dalam daftar klaim',
  },
  refusals: {},
} as const;
