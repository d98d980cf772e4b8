import {
  formatFullDate,
  formatInteger,
  formatLongMoment,
  formatPercent,
  formatShortDate,
  formatSigned,
  isIsoDate,
} from '@papan/domain';
import type { PaperSetting, ReportCell, ReportColumn, ReportData, ReportTable } from '../data';
import type { Values } from '../forms/form';
import { frameValues } from './common';

/** What stands where nothing is known, which is not 0. */
export const NO_DATA = 'belum ada data';

/** Tags of a report. */
export function reportValues(data: ReportData, setting: PaperSetting): Values {
  return {
    ...frameValues([], setting),
    judul: `${data.title} ${data.region}`,
    judul_besar: data.title.toUpperCase(),
    daerah: data.region,
    bulan: data.month,
    per: formatFullDate(data.asOf),
    penduduk: data.population,
    sumber: data.source,
    disusun: formatLongMoment(setting.madeAt),
    bagian: data.parts
      .filter(({ notOnPaper }) => !notOnPaper)
      .map(({ heading, newPage, sentences, items, table }) => ({
        judul_bagian: heading,
        halaman_baru: newPage,
        kalimat: sentences.map((isi) => ({ isi })),
        butir: items.map((isi) => ({ isi })),
        tabel: table ? [tableValues(table)] : [],
      })),
  };
}

function tableValues({ origin, columns, rows, tall, total }: ReportTable): Values {
  return {
    asal: origin ? `Per ${origin.asOf}. Sumber: ${origin.source}.` : '',
    jumlah: total ?? false,
    tinggi: tall ?? false,
    kolom: columns.map(({ header, kind, width }) => ({
      isi: header,
      lebar: String(width),
      kanan: kind !== 'TEXT' && kind !== 'DATE',
    })),
    baris: rows.map((row) => ({ sel: columns.map((column, at) => ({ isi: cellText(column, row[at] ?? null) })) })),
  };
}

function cellText({ kind }: ReportColumn, cell: ReportCell): string {
  if (cell === null) return NO_DATA;
  // A sum or a word may stand where the other rows have a day.
  if (typeof cell === 'string') return kind === 'DATE' && isIsoDate(cell) ? formatShortDate(cell) : cell;
  if (kind === 'PERCENT') return formatPercent(cell);
  return kind === 'CHANGE' ? formatSigned(cell) : formatInteger(cell);
}
