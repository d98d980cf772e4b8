/** What is said about evidence files, in Indonesian. */
export const EVIDENCE_ID = {
  event: {
    EvidenceAttached: '{who} menambahkan bukti: {name} ({kind}, {size})',
  },
  refusals: {
    EVIDENCE_TOO_LARGE: {
      title: 'Berkas terlalu besar',
      detail: 'Satu berkas paling besar {limit} MB.',
      mend: 'Kecilkan berkas, atau bagi menjadi beberapa berkas.',
    },
    EVIDENCE_EMPTY: {
      title: 'Berkas kosong',
      detail: 'Berkas ini tidak berisi apa pun.',
      mend: 'Periksa berkasnya, lalu pilih kembali.',
    },
    EVIDENCE_TYPE: {
      title: 'Jenis berkas ini tidak diterima',
      detail: 'Isi berkas ini {found}. Yang diterima: {allowed}.',
      mend: 'Simpan sebagai salah satu jenis itu, misalnya PDF, lalu unggah kembali.',
    },
    EVIDENCE_TYPE_UNKNOWN: {
      title: 'Jenis berkas tidak dikenali',
      detail: 'Isi berkas ini tidak dapat dikenali. Yang diterima: {allowed}.',
      mend: 'Simpan sebagai salah satu jenis itu, misalnya PDF, lalu unggah kembali.',
    },
    EVIDENCE_ENDING_MISSING: {
      title: 'Nama berkas tanpa akhiran yang dikenal',
      detail: 'Jenis berkas harus tampak pada akhiran namanya, seperti .pdf. Yang diterima: {allowed}.',
      mend: 'Ganti nama berkas dengan akhiran yang sesuai isinya, lalu unggah kembali.',
    },
    EVIDENCE_MISNAMED: {
      title: 'Nama dan isi berkas tidak cocok',
      detail: 'Nama berkas berakhiran .{ending}, sedangkan isinya {found}.',
      mend: 'Pilih berkas yang benar, atau simpan kembali dari program pembuatnya dengan akhiran yang sesuai.',
    },
    EVIDENCE_HEIC: {
      title: 'Foto HEIC tidak dapat dibaca',
      detail: 'Foto disimpan ulang tanpa lokasi pengambilannya; hal itu belum dapat dilakukan untuk HEIC.',
      mend: 'Simpan foto sebagai JPG, atau atur kamera ke format “paling kompatibel”, lalu unggah kembali.',
    },
    EVIDENCE_DAMAGED: {
      title: 'Berkas rusak atau tidak lengkap',
      detail: 'Berkas {kind} ini tidak dapat dibaca sampai akhir.',
      mend: 'Buka berkas di komputer Anda; bila dapat dibuka, simpan kembali lalu unggah.',
    },
    EVIDENCE_LOCKED: {
      title: 'Berkas terkunci',
      detail: 'Berkas {kind} ini dilindungi kata sandi atau sandi cetak, sehingga pihak lain tidak dapat membacanya.',
      mend: 'Hapus perlindungannya, simpan kembali, lalu unggah.',
    },
    EVIDENCE_ACTIVE: {
      title: 'Berkas dapat menjalankan program',
      detail: 'Berkas {kind} ini memuat {what}; bukti hanya boleh berupa tulisan dan gambar.',
      mend: 'Simpan ulang tanpa bagian itu (Word dan Excel: jenis .docx atau .xlsx; lainnya: cetak ke PDF).',
    },
    EVIDENCE_UNPACKS_TOO_LARGE: {
      title: 'Isi berkas terlalu besar',
      detail: 'Berkas {kind} ini jauh lebih besar setelah dibuka; batasnya {limit} MB.',
      mend: 'Buang lembar atau gambar yang tidak perlu, atau simpan sebagai PDF.',
    },
    EVIDENCE_PIXELS: {
      title: 'Gambar terlalu besar',
      detail: 'Gambar paling banyak {limit} juta titik.',
      mend: 'Kecilkan gambarnya, lalu unggah kembali.',
    },
    EVIDENCE_UNKNOWN: {
      title: 'Berkas bukti tidak ditemukan',
      detail: 'Berkas yang disebut belum diunggah oleh instansi Anda, atau sudah dihapus karena lama tidak dipakai.',
      mend: 'Unggah berkasnya, lalu ulangi.',
    },
    EVIDENCE_STORE_DOWN: {
      title: 'Penyimpanan berkas sedang tidak tersedia',
      detail: 'Berkas hanya dinyatakan tersimpan setelah tertulis dengan aman.',
      mend: 'Coba lagi sebentar lagi; bila tetap gagal, hubungi pengelola. Ketikan Anda tidak hilang.',
    },
    LETTER_DATE_IN_FUTURE: {
      title: 'Tanggal belum tiba',
      detail: '{field}: {on} sesudah hari ini, {today} (WIB).',
      mend: 'Isi tanggal yang tertulis pada surat atau tanda terimanya.',
    },
    RECEIVED_BEFORE_WRITTEN: {
      title: 'Diterima sebelum ditulis',
      detail: 'Tanggal diterima {receivedOn} mendahului tanggal surat {letterDate}.',
      mend: 'Periksa kedua tanggal pada surat dan tanda terimanya.',
    },
  },
} as const;
