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
  figureCheck: {
    CELL_INVALID: 'Isi sel pada baris {lines} tidak terbaca sebagai jumlah orang: {about}',
    AREA_UNKNOWN: 'Wilayah pada baris {lines} tidak dikenal di kabupaten/kota ini: {about}',
    CODE_SYSTEM:
      'Kode pada baris {lines} bukan kode Kemendagri kabupaten/kota ini (kode BPS atau daerah lain): {about}',
    SEGMENT_UNKNOWN: 'Segmen atau jenis mutasi pada baris {lines} tidak dikenal: {about}',
    CELL_TWICE: 'Angka yang sama tertulis lebih dari sekali, pada baris {lines}: {about}',
    LEVELS_MIXED:
      'Angka kecamatan bercampur dengan angka desa/kelurahan sehingga orang terhitung dua kali, pada baris {lines}: {about}',
    ACTIVE_ABOVE_REGISTERED: 'Peserta aktif melebihi peserta terdaftar pada baris {lines}: {about}',
    SUM_DIFFERS: '“{about}” pada baris {lines} tertulis {found}, sedangkan rinciannya berjumlah {expected}',
    AREA_MISSING: '{count} wilayah tidak ada dalam berkas: {about}',
    JUMP: '{about} berubah besar: {found} peserta, sedangkan data sebelumnya {expected}',
    ABOVE_POPULATION:
      'Peserta melebihi penduduk di {count} wilayah: {about}. Hal ini mungkin terjadi, tetapi patut diperiksa',
    ALL_ZERO: 'Semua angka 0 di {count} wilayah: {about}. Angka 0 berarti tidak ada orang, bukan belum ada data',
  },
  event: {
    PopulationRecorded: '{who} mencatat penduduk semester {semester}: {people} jiwa',
    MovementsRecorded: '{who} mencatat mutasi peserta sampai {asOf}',
    MapLayerPublished: '{who} memasang lapisan peta dengan {areas} wilayah',
    MapLayerWithdrawn: '{who} menurunkan lapisan peta',
    ClaimRecorded: '{who} mencatat pernyataan dalam daftar klaim',
  },
  refusals: {
    FIGURES_STOPPED: {
      title: 'Berkas belum dapat dimuat',
      detail: 'Ada {count} masalah yang harus diperbaiki dahulu: {lines}.',
      mend: 'Perbaiki baris itu pada berkas aslinya, lalu unggah kembali. Angka yang ada tidak berubah.',
    },
    FIGURES_DOUBTED: {
      title: 'Ada peringatan yang belum dibaca',
      detail: 'Pemeriksaan menemukan {count} hal yang tidak lazim pada berkas ini.',
      mend: 'Baca peringatannya, lalu muat dengan pernyataan bahwa angkanya memang demikian.',
    },
    SEMESTER_INVALID: {
      title: 'Semester tidak sah',
      detail: '“{value}” bukan semester data penduduk yang sudah mulai.',
      mend: 'Tulis tahun dan semester, misalnya 2025-I atau 2025-II.',
    },
    POPULATION_UNKNOWN: {
      title: 'Jumlah penduduk belum ada',
      detail: 'Belum ada data penduduk semester {semester} sebagai pembanding angka bulan ini.',
      mend: 'Muat dahulu data penduduk semester itu, atau isi jumlah penduduk menurut sumbernya.',
    },
    POPULATION_MISSING: {
      title: 'Jumlah penduduk belum ada',
      detail: 'Angka peserta tidak dicatat tanpa jumlah penduduk sebagai pembandingnya.',
      mend: 'Muat dahulu data penduduk satu semester, atau isi jumlah penduduk menurut sumbernya.',
    },
  },
} as const;
