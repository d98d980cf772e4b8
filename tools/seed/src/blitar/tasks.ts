import type { Area, Segment, Unit } from '@papan/domain';
import type { TaskScript } from '../task-script';

type Extra = Partial<Omit<TaskScript, 'agency' | 'title' | 'unit'>>;

/** The tasks of the running campaign in Kabupaten Blitar, agency by agency. `areas` are its districts and villages. */
export function blitarTasks(areas: readonly Area[]): readonly TaskScript[] {
  const districts = areas.filter((it) => it.kind === 'DISTRICT');
  const byName = (name: string): string => {
    const found = districts.find((it) => it.name === name);
    if (!found) throw new Error(`no district ${name}`);
    return found.code;
  };
  return [
    ...health(districts),
    ...social(byName),
    ...register(byName),
    ...education(byName),
    ...labour(byName),
    ...licensing(byName),
    ...villages(areas, byName),
    ...cooperatives(byName),
    ...trade(byName),
    ...farming(byName),
    ...livestock(byName),
    ...families(byName),
    ...personnel(),
    ...media(byName),
    ...planning(),
    ...secretariat(),
  ];
}

type ByName = (district: string) => string;

function health(districts: readonly Area[]): readonly TaskScript[] {
  const weights = [5, 5, 6, 8, 4, 9, 5, 3, 6, 7, 5, 5, 4, 6, 7, 5, 5, 4, 5, 3, 4, 3];
  const add = agency('DINKES');
  return [
    ...districts.map((district, at) =>
      add(`Daftarkan warga tanpa jaminan di Kecamatan ${district.name} sebagai PBPU Pemda`, 'people', {
        key: `dinkes-${district.name.toLowerCase()}`,
        segment: 'PBPU_BP_PEMDA',
        area: district.code,
        weight: (weights[at] ?? 5) * 100,
        description: `Puskesmas di Kecamatan ${district.name} mengusulkan warga yang belum punya jaminan; usulan dikirim ke BPJS Kesehatan setiap Jumat.`,
        evidence: 'Daftar usulan bertanda tangan kepala puskesmas dan tanda terima BPJS Kesehatan',
      }),
    ),
    add('Aktifkan kembali peserta PBPU Pemda yang nonaktif karena pindah desil', 'people', {
      key: 'dinkes-reaktivasi',
      segment: 'PBPU_BP_PEMDA',
      weight: 900,
      description: 'Gunakan daftar nonaktif bulan September. Dahulukan ibu hamil dan peserta dengan pengobatan rutin.',
      evidence: 'Berita acara rekonsiliasi dan daftar yang diaktifkan kembali',
    }),
    add('Daftarkan bayi baru lahir dari persalinan di puskesmas dan RSUD', 'people', {
      key: 'dinkes-bayi',
      weight: 240,
      description: 'Bayi didaftarkan sebelum ibu pulang. Kekurangan NIK dicatat sebagai kendala, bukan alasan menunda.',
      evidence: 'Rekap mingguan puskesmas dan RSUD',
    }),
    add('Rekonsiliasi kepesertaan bulan September dengan BPJS Kesehatan', 'documents', {
      target: 1,
      fate: 'DONE',
      due: '2026-10-09',
      segment: 'PBPU_BP_PEMDA',
      evidence: 'Berita acara rekonsiliasi yang ditandatangani kedua pihak',
    }),
    add('Rekonsiliasi kepesertaan bulan Oktober dengan BPJS Kesehatan', 'documents', {
      key: 'dinkes-rekon-oktober',
      target: 1,
      fate: 'ASSIGNED',
      due: '2026-11-10',
      segment: 'PBPU_BP_PEMDA',
      evidence: 'Berita acara rekonsiliasi yang ditandatangani kedua pihak',
    }),
    add('Latih petugas pendaftaran di 24 puskesmas', 'documents', {
      target: 24,
      fate: 'IN_PROGRESS',
      reportedPercent: 75,
      due: '2026-11-20',
      description: 'Setengah hari per puskesmas; bahan latihan memakai data buatan.',
      evidence: 'Daftar hadir dan materi',
    }),
  ];
}

function social(area: ByName): readonly TaskScript[] {
  const add = agency('DINSOS', 'PBI_JK');
  const rows: readonly (readonly [string, number])[] = [
    ['Ponggok', 8],
    ['Kademangan', 7],
    ['Gandusari', 6],
    ['Kanigoro', 6],
    ['Nglegok', 5],
    ['Bakung', 4],
    ['Binangun', 4],
    ['Panggungrejo', 4],
    ['Wates', 3],
    ['Srengat', 5],
    ['Wonotirto', 3],
  ];
  return [
    ...rows.map(([name, weight]) =>
      add(`Padankan DTSEN desil 1–5 di Kecamatan ${name} dan usulkan PBI`, 'people', {
        key: `dinsos-${name.toLowerCase()}`,
        area: area(name),
        weight: weight * 80,
        description: 'Cocokkan daftar DTSEN triwulan III dengan Master File BPJS; yang layak diusulkan lewat SIKS-NG.',
        evidence: 'Nomor usulan SIKS-NG dan surat pengantar',
      }),
    ),
    add('Reaktivasi peserta PBI yang dinonaktifkan dan berpenyakit kronis', 'people', {
      key: 'dinsos-reaktivasi',
      weight: 300,
      description: 'Syarat: surat kebutuhan layanan dari fasilitas kesehatan dan surat keterangan Dinas Sosial.',
      evidence: 'Surat kebutuhan layanan, surat Dinas Sosial, tanda terima',
    }),
    add('Susun daftar pengganti peserta PBI yang meninggal atau pindah', 'documents', {
      key: 'dinsos-pengganti',
      target: 22,
      fate: 'RETURNED',
      reportedPercent: 82,
      due: '2026-11-06',
      evidence: 'Satu daftar per kecamatan',
    }),
    add('Verifikasi lapangan keluarga desil 5 yang diragukan', 'documents', {
      target: 440,
      reportedPercent: 34,
      fate: 'IN_PROGRESS',
      due: '2026-11-27',
      evidence: 'Formulir kunjungan per keluarga, tanpa foto KTP',
    }),
    add('TERBATAS DINSOS: tindak lanjuti aduan pungutan pada pendaftaran PBI', 'documents', {
      key: 'dinsos-terbatas',
      target: 3,
      visibility: 'agency',
      fate: 'IN_PROGRESS',
      reportedPercent: 34,
      due: '2026-11-13',
      description: 'Klarifikasi internal. Jangan dibahas di luar Dinas Sosial sebelum selesai.',
      evidence: 'Berita acara klarifikasi',
    }),
  ];
}

function register(area: ByName): readonly TaskScript[] {
  const add = agency('DISPENDUKCAPIL');
  const dead = ['Garum', 'Sutojayan', 'Talun', 'Wlingi'];
  return [
    ...dead.map((name, at) =>
      add(`Bersihkan data kematian dan pindah keluar di Kecamatan ${name}`, 'documents', {
        key: `capil-${name.toLowerCase()}`,
        area: area(name),
        target: [310, 265, 240, 285][at] ?? 250,
        description:
          'Temuan pemadanan dicek satu per satu terhadap SIAK; hanya bukti Dukcapil yang mengeluarkan orang.',
        evidence: 'Daftar hasil SIAK dan nomor akta kematian',
      }),
    ),
    add('Perekaman KTP-el keliling bagi warga dengan NIK belum rekam', 'documents', {
      key: 'capil-rekam',
      target: 1850,
      fate: 'IN_PROGRESS',
      reportedPercent: 41,
      due: '2026-11-30',
      description: 'Jadwal keliling mengikuti daftar NIK belum rekam dari BPJS Kesehatan dan Dinas Sosial.',
      evidence: 'Berita acara perekaman per desa',
    }),
    add('Terbitkan NIK bayi usia 0–28 hari yang belum terdaftar', 'documents', {
      key: 'capil-bayi',
      target: 620,
      due: '2026-12-11',
      evidence: 'Rekap akta kelahiran mingguan',
    }),
    add('Sediakan penyebut per desa dari DKB semester I 2026', 'documents', {
      target: 248,
      fate: 'DONE',
      due: '2026-10-23',
      description: 'Satu baris per desa dan kelurahan, dengan tanggal data dan versi semester.',
      evidence: 'Berkas DKB dan surat pengantar',
    }),
    add('Daftarkan warga pindah datang yang belum punya jaminan', 'people', {
      key: 'capil-datang',
      weight: 210,
      description: 'Loket pindah datang sekalian mengisi formulir pendaftaran JKN.',
      evidence: 'Rekap loket dan tanda terima',
    }),
    add('Selesaikan data ganda hasil pemadanan tahap I', 'documents', {
      target: 460,
      fate: 'REPORTED_DONE',
      reportedPercent: 100,
      due: '2026-11-04',
      evidence: 'Berita acara penyelesaian data ganda',
    }),
    add('Terjemahkan formulir pendaftaran ke bahasa Jawa', 'documents', {
      key: 'capil-batal',
      target: 1,
      fate: 'CANCELLED',
      due: '2026-11-16',
    }),
  ];
}

function education(area: ByName): readonly TaskScript[] {
  const add = agency('DISDIK', 'PPU_BU');
  return [
    add('Daftarkan 1.200 GTT/PTT sekolah negeri dan swasta sebagai PPU', 'people', {
      key: 'disdik-gtt',
      target: 1200,
      fate: 'ACCEPTED',
      due: '2026-12-04',
      description:
        'Guru dan pegawai tidak tetap didaftarkan lewat sekolah atau yayasannya. Kirim daftar per koordinator wilayah; BPJS memverifikasi dari data pendaftaran.',
      evidence: 'Daftar nama per sekolah dan tanda terima pendaftaran BPJS Kesehatan',
    }),
    ...(['Srengat', 'Wlingi', 'Kesamben', 'Talun', 'Ponggok'] as const).map((name, at) =>
      add(`Daftarkan pendidik PAUD dan TK swasta di Kecamatan ${name}`, 'workers', {
        key: `disdik-paud-${name.toLowerCase()}`,
        area: area(name),
        target: [96, 84, 68, 72, 118][at] ?? 80,
        description: 'Yayasan bertindak sebagai pemberi kerja; bantu pengisian formulir pada pertemuan gugus.',
        evidence: 'Daftar per lembaga dan tanda terima',
      }),
    ),
    add('Ajak yayasan pengelola sekolah swasta terdaftar sebagai pemberi kerja', 'employers', {
      key: 'disdik-yayasan',
      target: 64,
      fate: 'IN_PROGRESS',
      reportedPercent: 44,
      due: '2026-11-13',
      description: 'Dahulukan yayasan dengan lebih dari sepuluh pekerja.',
      evidence: 'Bukti registrasi badan usaha',
    }),
    add('Daftarkan keluarga penjaga dan pengemudi antar jemput sekolah', 'people', {
      key: 'disdik-penjaga',
      segment: 'PBPU_BP_PEMDA',
      weight: 130,
      evidence: 'Daftar per sekolah',
    }),
    add('Daftarkan santri mukim dan ustaz pondok kecil', 'people', {
      key: 'disdik-santri',
      segment: 'PBPU_BP_PEMDA',
      weight: 420,
      description: 'Bersama kantor kementerian setempat yang hanya dapat dimintai bantuan, bukan diperintah.',
      evidence: 'Daftar per pondok',
    }),
    add('TERBATAS DISDIK: telaah honorarium yayasan sebelum himbauan', 'employers', {
      key: 'disdik-terbatas',
      target: 5,
      visibility: 'agency',
      fate: 'IN_PROGRESS',
      reportedPercent: 40,
      due: '2026-11-18',
      description: 'Bahan internal Disdik dan Dinkes. Nama yayasan belum boleh diketahui instansi lain.',
      evidence: 'Kertas kerja telaah',
    }),
  ];
}

function labour(area: ByName): readonly TaskScript[] {
  const add = agency('DISNAKER', 'PPU_BU');
  const workers: readonly (readonly [string, number])[] = [
    ['Garum', 26],
    ['Kanigoro', 30],
    ['Wlingi', 22],
    ['Srengat', 24],
    ['Sanankulon', 16],
    ['Talun', 14],
    ['Selopuro', 9],
  ];
  return [
    ...workers.map(([name, weight]) =>
      add(`Daftarkan pekerja perusahaan di Kecamatan ${name}`, 'workers', {
        key: `disnaker-${name.toLowerCase()}`,
        area: area(name),
        weight: weight * 12,
        description: 'Bandingkan daftar WLKP dengan jumlah pekerja terdaftar; selisihnya didatangi.',
        evidence: 'Bukti registrasi dan jumlah pekerja menurut perusahaan',
      }),
    ),
    add('Kirim himbauan bersama kepada pemberi kerja yang belum mendaftar', 'employers', {
      key: 'disnaker-himbauan',
      target: 225,
      fate: 'IN_PROGRESS',
      reportedPercent: 57,
      due: '2026-10-30',
      description:
        'Surat ditandatangani bersama DPMPTSP dan BPJS Kesehatan. Catat tanggal terima, bukan hanya tanggal kirim.',
      evidence: 'Salinan surat dan bukti kirim',
    }),
    add('Kunjungi pemberi kerja yang tidak menjawab himbauan', 'employers', {
      key: 'disnaker-kunjungan',
      target: 44,
      fate: 'ACCEPTED',
      due: '2026-11-20',
      evidence: 'Berita acara kunjungan dan surat pernyataan kesanggupan',
    }),
    add('Daftarkan pekerja proyek bendungan dan jalan', 'workers', {
      key: 'disnaker-proyek',
      weight: 150,
      fate: 'DRAFT',
      due: '2026-12-11',
      description: 'Menunggu daftar pelaksana proyek dari dinas teknis.',
    }),
    add('Perbarui daftar wajib lapor ketenagakerjaan', 'documents', {
      target: 1,
      fate: 'DONE',
      due: '2026-10-16',
      evidence: 'Daftar WLKP per 30 September',
    }),
    add('Data pekerja yang dirumahkan agar tetap terlindungi', 'workers', {
      key: 'disnaker-phk',
      weight: 110,
      description: 'Pekerja yang hubungan kerjanya berakhir ditawari pindah segmen sebelum kartunya nonaktif.',
      evidence: 'Laporan PHK dan daftar pindah segmen',
    }),
    add('TERBATAS DISNAKER: pengaduan potongan upah tanpa setoran iuran', 'employers', {
      key: 'disnaker-terbatas',
      target: 2,
      visibility: 'agency',
      fate: 'ASSIGNED',
      due: '2026-11-25',
      description: 'Pelapor minta dirahasiakan. Teruskan ke BPJS hanya dengan surat resmi.',
      evidence: 'Berita acara klarifikasi',
    }),
  ];
}

function licensing(area: ByName): readonly TaskScript[] {
  const add = agency('DPMPTSP', 'PPU_BU');
  return [
    add('Cocokkan pemegang NIB dengan daftar badan usaha terdaftar', 'employers', {
      key: 'ptsp-nib',
      target: 1480,
      fate: 'IN_PROGRESS',
      reportedPercent: 63,
      due: '2026-11-13',
      evidence: 'Hasil pencocokan per kecamatan',
    }),
    add('Periksa kepesertaan aktif pada setiap permohonan izin', 'documents', {
      key: 'ptsp-loket',
      target: 640,
      fate: 'IN_PROGRESS',
      reportedPercent: 46,
      due: '2026-12-18',
      description: 'Pemeriksaan di loket; pemohon yang belum aktif dipandu, tidak ditolak.',
      evidence: 'Rekap mingguan loket',
    }),
    ...(['Kanigoro', 'Garum', 'Srengat', 'Kesamben'] as const).map((name, at) =>
      add(`Daftarkan pekerja usaha berizin baru di Kecamatan ${name}`, 'workers', {
        key: `ptsp-${name.toLowerCase()}`,
        area: area(name),
        weight: [90, 75, 70, 50][at] ?? 60,
        evidence: 'Bukti registrasi yang dilampirkan pada NIB',
      }),
    ),
    add('Sampaikan daftar usaha tutup agar tidak dihimbau lagi', 'employers', {
      target: 87,
      fate: 'DONE',
      due: '2026-10-21',
      evidence: 'Berita acara pencabutan atau pembekuan',
    }),
  ];
}

function villages(areas: readonly Area[], area: ByName): readonly TaskScript[] {
  const add = agency('DPMD');
  const officials = ['Wonodadi', 'Udanawu', 'Selorejo', 'Doko', 'Gandusari'];
  const canvass = ['Ponggok', 'Binangun', 'Wonotirto', 'Bakung', 'Panggungrejo', 'Kesamben'];
  const village = (district: string, nth: number): Area => {
    const own = areas.filter((it) => it.kind === 'VILLAGE' && it.code.startsWith(`${area(district)}.2`));
    const found = own[nth];
    if (!found) throw new Error(`no village ${nth} in ${district}`);
    return found;
  };
  const swept: readonly (readonly [string, number])[] = [
    ['Nglegok', 3],
    ['Kademangan', 5],
    ['Wates', 2],
    ['Sanankulon', 6],
    ['Selopuro', 1],
  ];
  return [
    ...officials.map((name, at) =>
      add(`Daftarkan perangkat desa dan BPD di Kecamatan ${name}`, 'people', {
        key: `dpmd-perangkat-${name.toLowerCase()}`,
        segment: 'PPU_PN',
        area: area(name),
        target: [132, 144, 120, 118, 168][at] ?? 120,
        description: 'Kepala desa dan perangkat adalah kelompok PPU tersendiri; iuran dipotong dari siltap.',
        evidence: 'SK perangkat dan daftar autodebit',
      }),
    ),
    ...canvass.map((name, at) =>
      add(`Tetapkan agen PESIAR di setiap desa Kecamatan ${name}`, 'villages', {
        key: `dpmd-pesiar-${name.toLowerCase()}`,
        area: area(name),
        target: [15, 12, 8, 11, 10, 10][at] ?? 10,
        description: 'Satu agen per desa; advokasi dapat dibiayai Dana Desa.',
        evidence: 'SK agen dan baris APB Desa',
      }),
    ),
    ...swept.map(([district, nth]) => {
      const { name, code } = village(district, nth);
      return add(`Sisir warga belum terdaftar di Desa ${name}, Kecamatan ${district}`, 'people', {
        key: `dpmd-sisir-${district.toLowerCase()}`,
        segment: 'PBPU_BP_PEMDA',
        area: code,
        weight: 95 + nth * 8,
        description: 'Petakan, sisir, advokasi, registrasi; hasil harian dicatat agen desa.',
        evidence: 'Berita acara desa dan daftar usulan',
      });
    }),
    add('Daftarkan RT, RW, dan kader yang belum terlindungi', 'people', {
      key: 'dpmd-kader',
      segment: 'PBPU_BP_PEMDA',
      weight: 760,
      evidence: 'Daftar per desa dengan tanda tangan kepala desa',
    }),
    add('Daftarkan pekerja migran yang baru pulang dan keluarganya', 'people', {
      key: 'dpmd-migran',
      segment: 'PBPU_MANDIRI',
      weight: 170,
      fate: 'DRAFT',
      due: '2026-12-14',
    }),
    add('Sisir warga dusun terpencil bersama agen PESIAR', 'people', {
      key: 'dpmd-dusun',
      segment: 'PBPU_BP_PEMDA',
      weight: 640,
      description: 'Utamakan desa dengan cakupan di bawah 70%.',
      evidence: 'Berita acara desa',
    }),
    add('Kumpulkan laporan kematian desa bulan September', 'villages', {
      key: 'dpmd-kematian',
      target: 220,
      fate: 'IN_PROGRESS',
      reportedPercent: 66,
      due: '2026-10-28',
      description: 'Dipakai Dispendukcapil untuk membersihkan data; desa tanpa kematian melapor nihil.',
      evidence: 'Rekap per kecamatan',
    }),
    add('Masukkan iuran perangkat desa ke APB Desa perubahan', 'villages', {
      target: 220,
      fate: 'REPORTED_DONE',
      reportedPercent: 97,
      due: '2026-11-06',
      evidence: 'Salinan APB Desa perubahan',
    }),
  ];
}

function cooperatives(area: ByName): readonly TaskScript[] {
  const add = agency('DINKOP');
  return [
    ...(['Kanigoro', 'Wlingi', 'Srengat', 'Sutojayan', 'Kademangan'] as const).map((name, at) =>
      add(`Daftarkan pelaku usaha mikro di Kecamatan ${name}`, 'people', {
        key: `dinkop-${name.toLowerCase()}`,
        segment: 'PBPU_MANDIRI',
        area: area(name),
        weight: [230, 180, 190, 150, 160][at] ?? 150,
        ...(name === 'Kademangan' ? { early: true, reportedPercent: 18 } : {}),
        description: 'Pendaftaran sekaligus pada pelatihan usaha dan penyaluran KUR.',
        evidence: 'Daftar peserta dan nomor virtual account',
      }),
    ),
    add('Wajibkan kepesertaan pengurus dan karyawan koperasi', 'employers', {
      key: 'dinkop-koperasi',
      target: 118,
      fate: 'IN_PROGRESS',
      reportedPercent: 28,
      due: '2026-11-27',
      segment: 'PPU_BU',
      evidence: 'Bukti registrasi koperasi',
    }),
    add('Tagih tunggakan peserta mandiri lewat cicilan REHAB', 'people', {
      key: 'dinkop-rehab',
      segment: 'PBPU_MANDIRI',
      weight: 130,
      description: 'Anggota koperasi yang menunggak dibantu ikut program cicilan; yang lunas aktif kembali.',
      evidence: 'Daftar peserta program cicilan',
    }),
    add('Pasang loket pendaftaran di pameran UMKM', 'documents', {
      key: 'dinkop-batal',
      target: 2,
      fate: 'CANCELLED',
      due: '2026-11-09',
    }),
  ];
}

function trade(area: ByName): readonly TaskScript[] {
  const add = agency('DISPERINDAG');
  return [
    ...(
      [
        ['Kanigoro', 170],
        ['Srengat', 190],
        ['Wlingi', 210],
        ['Kesamben', 150],
        ['Sutojayan', 140],
        ['Nglegok', 110],
      ] as const
    ).map(([name, weight]) =>
      add(`Daftarkan pedagang pasar rakyat di Kecamatan ${name}`, 'people', {
        key: `perindag-${name.toLowerCase()}`,
        segment: 'PBPU_MANDIRI',
        area: area(name),
        weight,
        description: 'Loket keliling dua hari pasaran; paguyuban pedagang ikut mengajak.',
        evidence: 'Rekap loket per hari pasaran',
      }),
    ),
    add('Daftarkan pekerja pabrik dan gudang tembakau', 'workers', {
      key: 'perindag-tembakau',
      segment: 'PPU_BU',
      weight: 160,
      description: 'Pekerja borongan termasuk; jumlah menurut daftar upah, bukan perkiraan.',
      evidence: 'Daftar upah dan bukti registrasi',
    }),
    add('Ajak sentra industri kecil gula kelapa mendaftarkan pekerjanya', 'employers', {
      target: 52,
      segment: 'PPU_BU',
      fate: 'ASSIGNED',
      due: '2026-11-24',
      evidence: 'Bukti registrasi',
    }),
  ];
}

function farming(area: ByName): readonly TaskScript[] {
  const add = agency('DKPP', 'PBPU_BP_PEMDA');
  return [
    ...(
      [
        ['Ponggok', 330],
        ['Gandusari', 290],
        ['Kademangan', 280],
        ['Wates', 190],
        ['Binangun', 230],
        ['Bakung', 180],
        ['Doko', 210],
        ['Selorejo', 160],
      ] as const
    ).map(([name, weight]) =>
      add(`Daftarkan petani dan buruh tani anggota gapoktan Kecamatan ${name}`, 'people', {
        key: `dkpp-${name.toLowerCase()}`,
        area: area(name),
        weight,
        description: 'Penyuluh membawa daftar anggota; warga mampu diarahkan ke kepesertaan mandiri.',
        evidence: 'Daftar per kelompok tani dan tanda terima',
      }),
    ),
    add('Padankan data pupuk bersubsidi dengan kepesertaan JKN', 'documents', {
      key: 'dkpp-pupuk',
      target: 22,
      fate: 'IN_PROGRESS',
      reportedPercent: 50,
      due: '2026-11-11',
      evidence: 'Berkas hasil padan per kecamatan',
    }),
  ];
}

function livestock(area: ByName): readonly TaskScript[] {
  const add = agency('DISNAKKAN', 'PPU_BU');
  return [
    ...(
      [
        ['Kademangan', 140],
        ['Ponggok', 180],
        ['Srengat', 130],
        ['Talun', 90],
      ] as const
    ).map(([name, weight]) =>
      add(`Daftarkan pekerja kandang ayam petelur di Kecamatan ${name}`, 'workers', {
        key: `nakkan-${name.toLowerCase()}`,
        area: area(name),
        weight,
        ...(name === 'Talun' ? { fate: 'HANDED_OVER' as const } : {}),
        description: 'Peternak dengan pekerja tetap wajib mendaftarkan mereka; peternak keluarga lewat PBPU.',
        evidence: 'Daftar pekerja per kandang dan bukti registrasi',
      }),
    ),
    add('Daftarkan nelayan Pantai Tambakrejo dan keluarganya', 'people', {
      key: 'nakkan-nelayan',
      segment: 'PBPU_BP_PEMDA',
      area: area('Wonotirto'),
      weight: 120,
      evidence: 'Daftar rukun nelayan',
    }),
    add('Himbau perusahaan pembibitan dan pakan', 'employers', {
      target: 31,
      fate: 'REPORTED_DONE',
      reportedPercent: 100,
      due: '2026-11-05',
      evidence: 'Surat himbauan dan bukti terima',
    }),
    add('Daftarkan pembudi daya ikan koi', 'people', {
      key: 'nakkan-koi',
      fate: 'IN_PROGRESS',
      reportedPercent: 46,
      verifiedPercent: 106,
      segment: 'PBPU_MANDIRI',
      area: area('Nglegok'),
      weight: 85,
      evidence: 'Daftar kelompok pembudi daya',
    }),
  ];
}

function families(area: ByName): readonly TaskScript[] {
  const add = agency('DP3AP2KB', 'PBPU_BP_PEMDA');
  return [
    ...(
      [
        ['Udanawu', 130],
        ['Wonodadi', 140],
        ['Panggungrejo', 120],
        ['Sanankulon', 125],
      ] as const
    ).map(([name, weight]) =>
      add(`Daftarkan keluarga berisiko stunting di Kecamatan ${name}`, 'people', {
        key: `pkb-${name.toLowerCase()}`,
        area: area(name),
        weight,
        description: 'Tim pendamping keluarga mendata; satu keluarga didaftarkan utuh.',
        evidence: 'Daftar keluarga dari tim pendamping',
      }),
    ),
    add('Daftarkan ibu hamil yang belum punya jaminan', 'people', {
      key: 'pkb-hamil',
      weight: 105,
      evidence: 'Rekap kelas ibu hamil',
    }),
    add('Ingatkan pendaftaran bayi lewat kader posyandu', 'villages', {
      key: 'pkb-posyandu',
      target: 248,
      fate: 'IN_PROGRESS',
      reportedPercent: 52,
      due: '2026-12-04',
      evidence: 'Jadwal posyandu dan daftar hadir',
    }),
  ];
}

function personnel(): readonly TaskScript[] {
  const add = agency('BKPSDM', 'PPU_PN');
  return [
    add('Daftarkan anggota keluarga ASN yang belum masuk daftar gaji', 'people', {
      key: 'bkp-keluarga',
      weight: 260,
      description: 'Pasangan dan tiga anak ditanggung; anggota keluarga lain dapat ditambah dengan iuran 1%.',
      evidence: 'Daftar gaji bulan Oktober',
    }),
    add('Daftarkan pegawai non-ASN seluruh perangkat daerah', 'workers', {
      key: 'bkp-nonasn',
      weight: 210,
      evidence: 'Daftar per perangkat daerah',
    }),
    add('Mutakhirkan data keluarga pensiunan baru', 'documents', {
      target: 143,
      segment: 'BP',
      fate: 'DONE',
      due: '2026-10-27',
      evidence: 'Rekap taspen',
    }),
    add('Tetapkan kepesertaan JKN sebagai syarat kontrak PPNPN', 'documents', {
      key: 'bkp-kontrak',
      target: 1,
      fate: 'DRAFT',
      due: '2026-12-11',
      evidence: 'Surat edaran',
    }),
  ];
}

function media(area: ByName): readonly TaskScript[] {
  const add = agency('DISKOMINFO');
  return [
    add('Siarkan hitung mundur UHC di videotron dan radio', 'documents', {
      target: 20,
      fate: 'IN_PROGRESS',
      reportedPercent: 60,
      due: '2026-12-18',
      evidence: 'Jadwal siar',
    }),
    ...(['Wonotirto', 'Bakung', 'Panggungrejo'] as const).map((name, at) =>
      add(`Kampanye keliling di desa-desa Kecamatan ${name}`, 'villages', {
        key: `kominfo-${name.toLowerCase()}`,
        area: area(name),
        target: [8, 11, 10][at] ?? 8,
        description: 'Mobil penerangan dan pertemuan warga; foto tanpa wajah dan tanpa kartu identitas.',
        evidence: 'Tanggal, tempat, foto tanpa wajah',
      }),
    ),
    add('Siapkan sambungan data antarinstansi untuk pemadanan', 'documents', {
      key: 'kominfo-data',
      target: 3,
      fate: 'IN_PROGRESS',
      reportedPercent: 34,
      due: '2026-10-30',
      description: 'Menunggu PKS pemanfaatan data; tanpa PKS tidak ada pertukaran.',
      evidence: 'Berita acara uji sambungan',
    }),
    add('Cetak spanduk UHC di setiap balai desa', 'villages', {
      key: 'kominfo-batal',
      target: 220,
      fate: 'CANCELLED',
      due: '2026-11-30',
    }),
  ];
}

function planning(): readonly TaskScript[] {
  const add = agency('BAPPEDALITBANG', 'PBPU_BP_PEMDA');
  return [
    add('Bayar iuran PBPU Pemda bulan Oktober', 'rupiah', {
      target: 2_771_000_000,
      fate: 'DONE',
      due: '2026-10-15',
      evidence: 'SP2D',
    }),
    add('Bayar iuran PBPU Pemda bulan November', 'rupiah', {
      key: 'bappeda-november',
      target: 2_812_000_000,
      fate: 'ACCEPTED',
      due: '2026-11-13',
      evidence: 'SP2D',
    }),
    add('Sediakan tambahan anggaran iuran dalam P-APBD', 'rupiah', {
      key: 'bappeda-papbd',
      target: 9_400_000_000,
      fate: 'IN_PROGRESS',
      reportedPercent: 60,
      due: '2026-11-20',
      description: 'Sebagian dari DBHCHT; sisanya menunggu pembahasan.',
      evidence: 'Berita acara pembahasan dan DPPA',
    }),
    add('Masukkan sasaran UHC 2027 ke RKPD', 'documents', {
      target: 1,
      fate: 'REPORTED_DONE',
      reportedPercent: 100,
      due: '2026-11-09',
      evidence: 'Lembar RKPD',
    }),
    add('Hitung kebutuhan iuran bila cakupan 98%', 'documents', {
      target: 1,
      fate: 'DONE',
      due: '2026-10-20',
      evidence: 'Kertas kerja perhitungan',
    }),
  ];
}

function secretariat(): readonly TaskScript[] {
  const add = agency('SETDA-KESRA');
  return [
    add('Siapkan rancangan Instruksi Bupati tentang percepatan UHC', 'documents', {
      key: 'setda-instruksi',
      returnReason: 'Bagian Hukum minta tenggat tiap OPD ditulis sebagai tanggal.',
      target: 1,
      fate: 'RETURNED',
      reportedPercent: 100,
      due: '2026-11-11',
      description: 'Satu bagian untuk setiap perangkat daerah: peran, sasaran, tenggat.',
      evidence: 'Rancangan berparaf koordinasi',
    }),
    add('Undang rapat koordinasi bulanan dan edarkan notula', 'documents', {
      target: 3,
      fate: 'IN_PROGRESS',
      reportedPercent: 34,
      due: '2026-12-18',
      evidence: 'Undangan, daftar hadir, notula',
    }),
    add('Surati camat tentang desa dengan cakupan terendah', 'documents', {
      target: 22,
      fate: 'DONE',
      due: '2026-10-22',
      evidence: 'Salinan surat',
    }),
    add('Susun bahan paparan Bupati untuk rapat Forkopimda', 'documents', {
      key: 'setda-paparan',
      target: 1,
      fate: 'DRAFT',
      due: '2026-12-07',
    }),
  ];
}

function agency(code: string, segment: Segment | null = null) {
  let count = 0;
  return (title: string, unit: Unit, extra: Extra = {}): TaskScript => {
    count += 1;
    return {
      key: `${code.toLowerCase()}-${count}`,
      agency: code,
      title,
      unit,
      segment: unit === 'people' || unit === 'workers' || unit === 'employers' ? segment : null,
      area: null,
      description: '',
      evidence: '',
      ...extra,
    };
  };
}
