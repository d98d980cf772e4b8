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
    MAP_FILE_MISSING: {
      title: 'Berkas belum dipilih',
      detail: 'Tidak ada berkas yang diterima.',
      mend: 'Pilih satu berkas GeoJSON atau TopoJSON.',
    },
    MAP_TOO_LARGE: {
      title: 'Berkas terlalu besar',
      detail: 'Satu lapisan peta paling besar {limit} MB.',
      mend: 'Sederhanakan garisnya di perangkat lunak peta, lalu kirim kembali.',
    },
    MAP_TOO_DETAILED: {
      title: 'Lapisan terlalu rinci',
      detail: 'Berkas memuat {found} wilayah atau titik, melebihi batas satu lapisan.',
      mend: 'Pilih satu kabupaten/kota saja dan sederhanakan garisnya, lalu kirim kembali.',
    },
    MAP_TOO_SLOW: {
      title: 'Lapisan terlalu berat untuk dibaca',
      detail: 'Membaca berkas ini memakan waktu atau memori melebihi batas.',
      mend: 'Sederhanakan garisnya di perangkat lunak peta, lalu kirim kembali.',
    },
    MAP_UNREADABLE: {
      title: 'Berkas ini bukan lapisan peta',
      detail: 'Berkas tidak dapat dibaca sebagai GeoJSON atau TopoJSON yang utuh.',
      mend: 'Ekspor kembali sebagai GeoJSON (WGS 84), lalu kirim berkas itu.',
    },
    MAP_EMPTY: {
      title: 'Lapisan tidak berisi wilayah',
      detail: 'Tidak ada satu pun wilayah dalam berkas.',
      mend: 'Periksa lapisan yang diekspor, lalu kirim kembali.',
    },
    MAP_NOT_AN_AREA: {
      title: 'Bukan wilayah',
      detail: 'Objek {feature} bukan bidang, melainkan titik, garis, atau kosong.',
      mend: 'Hapus objek itu atau ganti dengan batas wilayahnya.',
    },
    MAP_CODE_MISSING: {
      title: 'Kode Kemendagri tidak ada',
      detail:
        'Objek {feature} tidak memiliki kode Kemendagri kecamatan atau desa/kelurahan, misalnya 35.05.10. Kode BPS tidak dapat dipakai.',
      mend: 'Tambahkan kolom kode Kemendagri pada lapisan, lalu kirim kembali.',
    },
    MAP_CODE_FOREIGN: {
      title: 'Wilayah di luar kabupaten/kota ini',
      detail: 'Tidak ada wilayah kabupaten/kota ini dalam lapisan; objek {feature} berkode {value}.',
      mend: 'Pilih lapisan yang memuat wilayah kabupaten/kota ini.',
    },
    MAP_CODE_UNKNOWN: {
      title: 'Wilayah tidak dikenal',
      detail: 'Kode {value} tidak ada dalam daftar wilayah kabupaten/kota ini.',
      mend: 'Periksa kode itu pada lapisan, lalu kirim kembali.',
    },
    MAP_CODE_TWICE: {
      title: 'Wilayah tertulis dua kali',
      detail: 'Kode {value} muncul lagi pada objek {feature}.',
      mend: 'Gabungkan bagian-bagian wilayah itu menjadi satu objek.',
    },
    MAP_LEVELS_MIXED: {
      title: 'Tingkat wilayah bercampur',
      detail: 'Objek {feature} berkode {value}, sedangkan objek pertama berada pada tingkat lain.',
      mend: 'Pakai lapisan kecamatan saja atau lapisan desa/kelurahan saja.',
    },
    MAP_OUTSIDE: {
      title: 'Letak di luar Indonesia',
      detail: 'Objek {feature} memiliki titik di {value}, di luar Indonesia.',
      mend: 'Ekspor kembali dengan bujur dan lintang dalam derajat (WGS 84), bujur lebih dahulu.',
    },
    MAP_RING_OPEN: {
      title: 'Batas wilayah tidak tertutup',
      detail: 'Garis batas objek {feature} tidak kembali ke titik awalnya atau kurang dari empat titik.',
      mend: 'Perbaiki batas itu di perangkat lunak peta, lalu kirim kembali.',
    },
    MAP_LAYER_NONE: {
      title: 'Belum ada lapisan peta',
      detail: 'Tidak ada lapisan peta yang sedang dipasang; peta petak yang ditampilkan.',
      mend: 'Muat ulang halaman untuk melihat keadaan terbaru.',
    },
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
