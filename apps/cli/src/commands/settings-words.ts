import { type Language, word } from '@papan/contracts/words';
import type { LadderSetting } from '@papan/domain';

/** `Himbauan: 14 hari kalender`. */
export function saySetting(language: Language, setting: LadderSetting): string {
  const words = WORDS[language];
  return `${word(language, 'step', setting.step)}: ${ruleOf(setting, words)}`;
}

function ruleOf(setting: LadderSetting, words: (typeof WORDS)[Language]): string {
  if (setting.step === 'HANDOVER') return words.needs(setting.needs.appeals, setting.needs.inspections);
  const { clock } = setting;
  if (clock === null) return words.none;
  return clock.kind === 'DATE_IN_DOCUMENT' ? words.inDocument : words[clock.kind](clock.days);
}

const WORDS = {
  id: {
    WORKING_DAYS: (days: number) => `${days} hari kerja`,
    CALENDAR_DAYS: (days: number) => `${days} hari kalender`,
    CALENDAR_DAYS_AFTER_PREVIOUS: (days: number) => `${days} hari kalender sejak tahap sebelumnya berakhir`,
    inDocument: 'tanggal dalam dokumen',
    none: 'tanpa jangka waktu',
    needs: (appeals: number, inspections: number) =>
      `${appeals} himbauan terbukti diterima dan ${inspections} pemeriksaan berdokumen`,
  },
  en: {
    WORKING_DAYS: (days: number) => `${days} working days`,
    CALENDAR_DAYS: (days: number) => `${days} calendar days`,
    CALENDAR_DAYS_AFTER_PREVIOUS: (days: number) => `${days} calendar days after the step before it ends`,
    inDocument: 'the date in the document',
    none: 'no waiting time',
    needs: (appeals: number, inspections: number) =>
      `${appeals} appeals proven to have arrived and ${inspections} inspections with their document`,
  },
} as const;
