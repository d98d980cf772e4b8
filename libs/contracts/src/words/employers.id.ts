/** What is refused about employers and lists of them, in Indonesian. */
export const EMPLOYERS_ID = {
  refusals: {
    NIB_INVALID: {
      title: 'NIB tidak lengkap',
      detail: 'NIB terdiri dari 13 angka; yang tertulis {digits}.',
      mend: 'Periksa NIB pada dokumen OSS, atau kosongkan bila belum diketahui.',
    },
    NPWP_INVALID: {
      title: 'NPWP tidak lengkap',
      detail: 'NPWP terdiri dari 15 atau 16 angka; yang tertulis {digits}.',
      mend: 'Periksa NPWP, atau kosongkan bila belum diketahui.',
    },
    NPP_INVALID: {
      title: 'Kode badan usaha BPJS tidak sesuai',
      detail: 'Kode dari BPJS terdiri dari 5 sampai 20 huruf dan angka; yang tertulis {digits}.',
      mend: 'Salin kode seperti tertulis pada data BPJS, atau kosongkan.',
    },
    IDENTITY_DAMAGED: {
      title: 'Nomor rusak karena lembar kerja',
      detail: 'Isian {field} tertulis sebagai bilangan pendek (misalnya 3,5E+12), sehingga angkanya hilang.',
      mend: 'Ambil nomor dari sumbernya dan tulis sebagai teks.',
    },
    VILLAGE_OUTSIDE_DISTRICT: {
      title: 'Desa tidak berada di kecamatan itu',
      detail: 'Desa atau kelurahan yang dipilih termasuk kecamatan lain.',
      mend: 'Pilih desa dari kecamatan yang benar, atau ubah kecamatannya.',
    },
    VILLAGE_AMBIGUOUS: {
      title: 'Nama desa ada di beberapa kecamatan',
      detail: 'Desa {value} terdapat di lebih dari satu kecamatan.',
      mend: 'Isi kecamatannya, atau pakai kode desa.',
    },
    VIOLATION_UNKNOWN: {
      title: 'Jenis pelanggaran tidak dikenal',
      detail: 'Isian “{value}” tidak dikenal sebagai jenis pelanggaran.',
      mend: 'Tulis: belum mendaftar, sebagian, data tidak benar, atau menunggak.',
    },
    EMPLOYER_MERGED: {
      title: 'Data ini sudah disatukan',
      detail: 'Badan usaha ini ternyata ganda dan sudah disatukan ke nomor {into}.',
      mend: 'Buka badan usaha nomor {into} dan lanjutkan di sana.',
    },
    EMPLOYER_SAME: {
      title: 'Badan usaha yang sama',
      detail: 'Kedua nomor menunjuk badan usaha yang sama.',
      mend: 'Pilih badan usaha lain untuk dibandingkan.',
    },
    EMPLOYER_HAS_CASE: {
      title: 'Data ganda masih memiliki kasus',
      detail: 'Kasus {case} masih terbuka pada badan usaha yang akan disatukan.',
      mend: 'Tutup kasus {case} sebagai data ganda, atau satukan ke arah sebaliknya.',
    },
    EMPLOYER_FIELD_CONFLICT: {
      title: 'Isian yang sama sudah diubah orang lain',
      detail: 'Sejak Anda membuka badan usaha ini, orang lain menyimpan nilai yang berbeda pada {fields}.',
      mend: 'Bandingkan kedua nilai, pilih yang benar, lalu simpan kembali. Ketikan Anda tidak hilang.',
    },
    IMPORT_FILE_MISSING: {
      title: 'Berkas belum dipilih',
      detail: 'Tidak ada berkas yang diterima, atau asal daftarnya belum disebut.',
      mend: 'Pilih satu berkas CSV, XLSX, atau XLS beserta asal daftarnya.',
    },
    IMPORT_TOO_LARGE: {
      title: 'Berkas terlalu besar',
      detail: 'Satu daftar paling besar {limit} MB.',
      mend: 'Hapus gambar dan lembar lain, atau bagi daftarnya.',
    },
    IMPORT_NOT_A_TABLE: {
      title: 'Berkas ini bukan daftar',
      detail: 'Isi berkas ini bukan CSV, XLSX, atau XLS, apa pun akhiran namanya.',
      mend: 'Buka di Excel atau LibreOffice, simpan sebagai XLSX atau CSV, lalu unggah kembali.',
    },
    IMPORT_UNREADABLE: {
      title: 'Berkas rusak',
      detail: 'Berkas tidak dapat dibaca sampai habis (baris {lines}).',
      mend: 'Simpan ulang berkasnya di program asalnya, lalu unggah kembali. Tidak ada yang tersimpan.',
    },
    IMPORT_ENCODING: {
      title: 'Huruf dalam berkas rusak',
      detail: 'Pada baris {lines} ada huruf yang tidak dapat dibaca.',
      mend: 'Simpan ulang sebagai “CSV UTF-8”, lalu unggah kembali. Tidak ada yang tersimpan.',
    },
    IMPORT_SWELLS: {
      title: 'Isi berkas terlalu besar',
      detail: 'Setelah dibuka, isi berkas melebihi {limit} MB.',
      mend: 'Simpan daftarnya saja ke berkas baru, tanpa gambar dan lembar lain.',
    },
    IMPORT_TOO_SLOW: {
      title: 'Berkas terlalu berat untuk dibaca',
      detail: 'Membaca berkas ini memakan waktu atau memori melebihi batas.',
      mend: 'Simpan sebagai CSV, atau bagi daftarnya menjadi beberapa berkas.',
    },
    IMPORT_EMPTY: {
      title: 'Daftar tidak berisi',
      detail: 'Tidak ada baris data di bawah judul kolom.',
      mend: 'Periksa apakah berkas dan lembarnya benar.',
    },
    IMPORT_TOO_MANY_ROWS: {
      title: 'Daftar terlalu panjang',
      detail: 'Satu berkas paling banyak {limit} baris.',
      mend: 'Bagi daftarnya menjadi beberapa berkas.',
    },
    IMPORT_TOO_MANY_COLUMNS: {
      title: 'Kolom terlalu banyak',
      detail: 'Baris {line} berisi {columns} kolom; paling banyak {limit}.',
      mend: 'Hapus kolom yang tidak diperlukan, lalu unggah kembali.',
    },
    IMPORT_RAGGED: {
      title: 'Jumlah kolom tidak sama',
      detail: 'Judul berisi {columns} kolom, tetapi baris {lines} tidak. Biasanya ada tanda pemisah di dalam isian.',
      mend: 'Beri tanda kutip pada isian itu, atau simpan sebagai XLSX. Tidak ada yang tersimpan.',
    },
    IMPORT_HEADER_TWICE: {
      title: 'Judul kolom ganda',
      detail: 'Pada baris {line} ada dua kolom atau lebih berjudul “{heading}”.',
      mend: 'Beri judul yang berbeda, lalu unggah kembali.',
    },
    IMPORT_FORMULA_EMPTY: {
      title: 'Rumus tanpa hasil',
      detail: 'Pada baris {lines} ada rumus yang hasilnya tidak tersimpan. Rumus tidak pernah dihitung di sini.',
      mend: 'Simpan ulang di Excel, atau tempel sebagai nilai, lalu unggah kembali.',
    },
    IMPORT_NUMBERS_DAMAGED: {
      title: 'Nomor rusak karena lembar kerja',
      detail: 'Pada baris {lines}, isian {field} menjadi bilangan sehingga angkanya hilang. Seluruh berkas ditolak.',
      mend: 'Ambil nomor dari sumbernya, atur kolomnya sebagai Teks, isi kembali, lalu unggah. Tidak ada yang tersimpan.',
    },
    IMPORT_COLUMN_MISSING: {
      title: 'Kolom yang wajib belum dipilih',
      detail: 'Berkas ini tidak dapat dibaca tanpa kolom {field}.',
      mend: 'Pilih kolom yang berisi {field}.',
    },
    IMPORT_COLUMN_UNKNOWN: {
      title: 'Kolom itu tidak ada',
      detail: 'Berkas ini tidak memiliki kolom yang dipilih bagi {field}, atau satu kolom dipilih dua kali.',
      mend: 'Periksa kembali pasangan kolom.',
    },
    IMPORT_NOT_PREVIEWED: {
      title: 'Daftar belum diperiksa',
      detail: 'Pasangan kolom belum ditetapkan, sehingga belum ada yang dapat dimuat.',
      mend: 'Tetapkan pasangan kolom, periksa hasilnya, lalu muat.',
    },
    IMPORT_STALE: {
      title: 'Data berubah sejak diperiksa',
      detail: 'Data yang dibandingkan dengan berkas ini diubah orang lain setelah pemeriksaannya.',
      mend: 'Periksa kembali berkasnya; keputusan Anda tetap tersimpan.',
    },
    IMPORT_APPLIED: {
      title: 'Daftar ini sudah dimuat',
      detail: 'Satu berkas yang diunggah dimuat satu kali.',
      mend: 'Unggah kembali berkasnya bila ingin memeriksa perubahan.',
    },
    IMPORT_LINE_UNKNOWN: {
      title: 'Baris itu tidak ada',
      detail: 'Baris {line} tidak ada pada daftar, atau tidak menunggu keputusan.',
      mend: 'Muat ulang hasil pemeriksaan, lalu putuskan kembali.',
    },
    IMPORT_ROW_REPEATED: {
      title: 'Badan usaha tertulis dua kali',
      detail: 'Badan usaha yang sama sudah tertulis pada baris {line}.',
      mend: 'Hapus salah satu baris, atau perbaiki nomornya.',
    },
  },
} as const;
