import type { Capacity } from '@papan/domain';
import type { AccountRow, PartyRow } from '../table';

/** The table of Kota Blitar: the agencies that the press of 2022 names, the secretariat, BPJS, and the Kejaksaan. */
export const KOTA_PARTIES: readonly PartyRow[] = [
  [
    'DINKES',
    'Dinas Kesehatan Kota Blitar',
    'Dinkes',
    'DKS',
    'LEAD',
    'Memimpin gerak UHC kota; PBPU Pemda; rekonsiliasi bulanan',
  ],
  ['DINSOS', 'Dinas Sosial Kota Blitar', 'Dinsos', 'DSS', 'OPD', 'Pemadanan DTSEN dengan Master File; usulan PBI'],
  ['DISDIK', 'Dinas Pendidikan Kota Blitar', 'Disdik', 'DSK', 'OPD', 'Pendidik non-ASN dan yayasan sekolah swasta'],
  ['DPMPTSP', 'DPMPTSP Kota Blitar', 'DPMPTSP', 'PTS', 'OPD', 'Badan usaha berizin; kepesertaan aktif pada perizinan'],
  ['DINKOP', 'Dinas Koperasi dan Usaha Mikro Kota Blitar', 'Dinkop', 'KUM', 'OPD', 'Koperasi dan usaha mikro'],
  [
    'DISPENDUKCAPIL',
    'Dispendukcapil Kota Blitar',
    'Dispendukcapil',
    'CPL',
    'OPD',
    'Penyebut per kelurahan; kematian dan pindah',
  ],
  [
    'SETDA-KESRA',
    'Asisten Pemerintahan dan Kesra Kota Blitar',
    'Setda Kesra',
    'STD',
    'SECRETARIAT',
    'Memimpin rapat koordinasi',
  ],
  [
    'BPJS-KES',
    'BPJS Kesehatan Kantor Kota Blitar (KC Kediri)',
    'BPJS Kesehatan',
    'BPJ',
    'PARTNER',
    'Memverifikasi kepesertaan',
  ],
  ['KEJARI', 'Kejaksaan Negeri Blitar, Seksi Datun', 'Kejari', 'KJR', 'PARTNER', 'Bertindak atas SKK dari BPJS'],
];

export const KOTA_ACTING: Readonly<Record<string, readonly [Capacity, string]>> = { DINKOP: ['PLT', '2026-08-18'] };

/** Its own lead and operator; the verifier and the prosecutor are the same people as in the regency. */
export const KOTA_ACCOUNTS: readonly AccountRow[] = [
  ['dinkes', 'DINKES', 'lead'],
  ['disdik', 'DISDIK', 'operator'],
  ['bpjs@blitar.contoh', 'BPJS-KES', 'bpjs-verifier'],
  ['kejari@blitar.contoh', 'KEJARI', 'prosecutor'],
];
