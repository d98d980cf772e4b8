import { calendarDate, formatLongDate } from '@papan/domain';
import type { PaperSetting, VisitData, VisitPerson } from '../data';
import type { Values } from '../forms/form';
import { documentWords, employerValues, factValues, frameValues, violationFacts, withNumbers } from './common';
import { BLANK_DATE, BLANK_NUMBER, BLANK_SIGNATURE, dateInWords, dayName, inBoth, orBlank, plainDate } from './words';

/** Lines to be filled in by hand where nobody is named yet. */
const NOBODY_YET: readonly VisitPerson[] = [1, 2].map(() => ({ name: '', post: '', agency: '' }));
const NOTHING_YET = [1, 2, 3].map(() => '.'.repeat(110));

/** Tags of the Berita Acara Kunjungan and of the pledge. */
export function visitValues(data: VisitData, setting: PaperSetting): Values {
  const { on, employer, order, receivedBy, pledge } = data;
  const officers = data.officers.length === 0 ? NOBODY_YET : data.officers;
  const signing = [
    ...officers.map(({ name, agency }) => ({ nama: orBlank(name), mewakili: orBlank(agency) })),
    { nama: orBlank(receivedBy.name), mewakili: employer.name },
  ];
  return {
    ...frameValues(data.letterheads, setting),
    ...employerValues(employer),
    ...factValues(data.workers, data.source),
    nomor: BLANK_NUMBER,
    tempat: data.signedAt,
    tanggal: BLANK_DATE,
    hari: dayName(on),
    tanggal_huruf: dateInWords(on),
    tanggal_angka: digits(on),
    pukul: data.time ? `, pukul ${data.time} WIB` : '',
    tempat_kunjungan: orBlank(data.place),
    petugas: withNumbers(
      officers.map(({ name, post, agency }) => ({
        nama: orBlank(name),
        jabatan: orBlank(post),
        instansi: orBlank(agency),
      })),
    ),
    dasar_tugas: order === null ? '' : `berdasarkan Surat Tugas ${documentWords(order.number, order.on)}, `,
    penerima: orBlank(receivedBy.name),
    jabatan_penerima: orBlank(receivedBy.post),
    pelanggaran: violationFacts(data.violations),
    hasil: (data.findings.length === 0 ? NOTHING_YET : data.findings).map((isi) => ({ isi })),
    kesanggupan: pledge
      ? `Badan usaha menyatakan sanggup mendaftarkan ${inBoth(pledge.workers)} orang pekerja paling lambat hari ${formatLongDate(pledge.on)}, sebagaimana surat pernyataan terlampir.`
      : 'Badan usaha belum memberikan pernyataan kesanggupan.',
    tanda_tangan: withNumbers(signing.map((entry) => ({ ...entry, garis: BLANK_SIGNATURE }))),
    ...pledgeValues(pledge),
  };
}

function pledgeValues(pledge: VisitData['pledge']): Values {
  return {
    ada_kesanggupan: pledge !== null,
    nama_penyanggup: orBlank(pledge?.by.name ?? ''),
    jabatan_penyanggup: orBlank(pledge?.by.post ?? ''),
    jumlah_sanggup: pledge ? inBoth(pledge.workers) : '',
    tanggal_sanggup: pledge ? formatLongDate(pledge.on) : '',
    tanggal_sanggup_huruf: pledge ? dateInWords(pledge.on) : '',
    penyanggup: pledge ? [{ jabatan: 'Yang menyatakan', nama: orBlank(pledge.by.name), pangkat: '', nip: '' }] : [],
  };
}

/** `09-03-2026`, beside the date in words. */
function digits(date: string): string {
  const { day, month, year } = calendarDate(date);
  return `${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}-${year}, ${plainDate(date)}`;
}
