import type { IsoDate } from '@papan/domain';

interface DoneIn2018 {
  readonly agency: string;
  readonly title: string;
  readonly description: string;
  readonly evidence: string;
  readonly target: number;
  readonly assigned: IsoDate;
  readonly due: IsoDate;
  readonly done: IsoDate;
  readonly note: string;
  readonly entry: string;
}

const RETOLD = 'Disusun kembali dari pemberitaan tahun 2018 sebagai contoh; tanggal pengerjaan adalah contoh.';

/** What the press told of 2018, as finished tasks: the meeting, the draft instruction, the roles. They count documents only. */
export const HISTORY_OF_2018: readonly DoneIn2018[] = [
  {
    agency: 'DINKES',
    title: 'Tandatangani Kesepakatan Bersama dengan BPJS Kesehatan KC Kediri',
    description: RETOLD,
    evidence: 'Kesepakatan Bersama 119/I.22/409.05/2018',
    target: 1,
    assigned: '2018-07-02',
    due: '2018-08-31',
    done: '2018-08-20',
    note: 'Nomor 119/I.22/409.05/2018.',
    entry: '0164e0b4-7a00-7c11-8a01-5d2e90aa0001',
  },
  {
    agency: 'SETDA-KESRA',
    title: 'Rapat persiapan UHC dengan lima belas perangkat daerah',
    description: RETOLD,
    evidence: 'Daftar hadir dan notula',
    target: 1,
    assigned: '2018-08-27',
    due: '2018-09-14',
    done: '2018-09-12',
    note: 'Lima belas perangkat daerah hadir.',
    entry: '0165c9d0-1c00-7c11-8a01-5d2e90aa0002',
  },
  {
    agency: 'SETDA-KESRA',
    title: 'Susun rancangan Instruksi Bupati tentang peran tiap OPD',
    description: RETOLD,
    evidence: 'Rancangan Instruksi Bupati',
    target: 1,
    assigned: '2018-09-13',
    due: '2018-10-12',
    done: '2018-10-10',
    note: 'Rancangan diserahkan ke Bagian Hukum.',
    entry: '0166592c-8800-7c11-8a01-5d2e90aa0003',
  },
  {
    agency: 'DISDIK',
    title: 'Data tenaga pendidik non-PNS untuk didaftarkan',
    description: RETOLD,
    evidence: 'Satu daftar per kecamatan',
    target: 22,
    assigned: '2018-09-17',
    due: '2018-11-16',
    done: '2018-11-14',
    note: 'Daftar dari 22 kecamatan.',
    entry: '01670d60-2400-7c11-8a01-5d2e90aa0004',
  },
  {
    agency: 'DISNAKER',
    title: 'Himbauan bersama kepada pemberi kerja agar mendaftarkan pekerja',
    description: `${RETOLD} Bersama PTSP dan BPJS Kesehatan.`,
    evidence: 'Surat himbauan bersama',
    target: 1,
    assigned: '2018-09-17',
    due: '2018-10-31',
    done: '2018-10-24',
    note: 'Surat ditandatangani bersama.',
    entry: '0166a0d8-b000-7c11-8a01-5d2e90aa0005',
  },
  {
    agency: 'DPMPTSP',
    title: 'Susun daftar badan usaha berizin yang belum mengikuti himbauan',
    description: `${RETOLD} Daftar ini yang kemudian dibicarakan dengan Kejaksaan Negeri.`,
    evidence: 'Daftar badan usaha',
    target: 1,
    assigned: '2018-10-25',
    due: '2018-12-14',
    done: '2018-12-12',
    note: 'Daftar diserahkan pada rapat akhir tahun.',
    entry: '01679d34-6c00-7c11-8a01-5d2e90aa0006',
  },
];
