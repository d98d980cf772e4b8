import { formatInteger, formatLongDate, formatLongMoment, formatShortDate } from '@papan/domain';
import type { PaperSetting, SummaryData } from '../data';
import type { Values } from '../forms/form';
import { frameValues } from './common';
import { STEP_WORDS } from './words';

/** Tags of the compliance summary. */
export function summaryValues(data: SummaryData, setting: PaperSetting): Values {
  const step = (it: keyof typeof STEP_WORDS): string => STEP_WORDS[it];
  return {
    ...frameValues([], setting),
    daerah: data.region,
    per_saat: formatLongMoment(data.asOf),
    sumber: data.source,
    terbuka: formatInteger(data.open),
    patuh: formatInteger(data.patuh),
    tutup: formatInteger(data.tutup),
    belum: formatInteger(data.workersMissing),
    terdaftar: formatInteger(data.workersWon),
    corong: data.funnel.map((it) => ({
      langkah: step(it.step),
      sampai: formatInteger(it.reached),
      sekarang: formatInteger(it.standing),
    })),
    perolehan: data.wonByStep.map((it) => ({
      langkah: step(it.step),
      pekerja: formatInteger(it.workers),
      kasus: formatInteger(it.cases),
    })),
    terlama: data.oldest.map((it) => ({
      nama: it.name,
      langkah: step(it.step),
      sejak: formatShortDate(it.since),
      hari: formatInteger(it.days),
    })),
    berikutnya: data.next.map((it) => ({ nama: it.name, langkah: step(it.step), berakhir: formatLongDate(it.ends) })),
  };
}
