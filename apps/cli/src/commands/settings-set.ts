import {
  type ClockRule,
  type ComplianceEventOf,
  EMPLOYERS_AUDIENCE,
  LADDER_SETTINGS,
  type LadderSetting,
  choicesOf,
  formatShortDate,
  settingChange,
} from '@papan/domain';
import { type Owner } from '@papan/seed';
import { type Call, type Command, UsageError, given, needed } from '../command';
import { withOwner } from '../connect';
import { checkRegion, givenDate, orRollBack, tellJournal, todayOf } from './common';
import { saySetting } from './settings-words';

/** `papan settings set`: one rule, from a day on. Clocks that run, and what was handed over, keep the rule of their day. */
export const settingsSet: Command = {
  name: 'settings set',
  flags: [
    { name: 'region', needed: true, example: '35.05' },
    { name: 'setting', needed: true, example: 'himbauan' },
    { name: 'from', needed: false, example: '2027-01-01' },
    { name: 'days', needed: false, example: '10' },
    { name: 'working', needed: false, example: null },
    { name: 'none', needed: false, example: null },
    { name: 'appeals', needed: false, example: '2' },
    { name: 'inspections', needed: false, example: '1' },
  ],
  help: {
    id: {
      summary: 'Menetapkan jangka waktu satu tahap, atau syarat penyerahan, mulai suatu hari.',
      flags: [
        'kode daerah',
        'nama pengaturan: lihat settings list --json; misalnya himbauan, deemed_receipt, handover',
        'mulai berlaku; bila kosong: hari ini',
        'jumlah hari',
        'dihitung sebagai hari kerja (himbauan)',
        'tanpa jangka waktu',
        'handover: jumlah himbauan yang terbukti diterima',
        'handover: jumlah pemeriksaan yang berdokumen',
      ],
    },
    en: {
      summary: 'Sets the waiting time of a step, or what a hand-over needs, from a day on.',
      flags: [
        'code of the region',
        'which setting: see settings list --json; for example himbauan, deemed_receipt, handover',
        'from this day on; today where it is left out',
        'number of days',
        'counted as working days (himbauan)',
        'no waiting time',
        'handover: appeals that are proven to have arrived',
        'handover: inspections with their document',
      ],
    },
  },
  run(call) {
    const region = needed(call, 'region');
    const step = settingIn(call);
    return withOwner(call, async (owner) => {
      await checkRegion(owner, region);
      const today = await todayOf(owner);
      const from = givenDate(call, 'from') ?? today;
      const setting: LadderSetting =
        step === 'HANDOVER'
          ? {
              from,
              step,
              clock: null,
              needs: { appeals: wholeIn(call, 'appeals'), inspections: wholeIn(call, 'inspections') },
            }
          : { from, step, clock: clockIn(call, step) };
      const event = orRollBack(settingChange(setting, today));
      await record(owner, region, event);
      const said = saySetting(call.language, event.data);
      return {
        lines: [WORDS[call.language](said, formatShortDate(from, call.language))],
        data: { region, ...event.data },
      };
    });
  },
};

function settingIn(call: Call): LadderSetting['step'] {
  const asked = needed(call, 'setting').toUpperCase();
  const found = LADDER_SETTINGS.find((setting) => setting === asked);
  if (found !== undefined) return found;
  const list = LADDER_SETTINGS.map((setting) => setting.toLowerCase()).join(', ');
  throw new UsageError({ id: `--setting: pilih ${list}.`, en: `--setting: choose one of ${list}.` });
}

function clockIn(call: Call, step: Exclude<LadderSetting['step'], 'HANDOVER'>): ClockRule | null {
  if (call.flags['none'] === true) return null;
  const days = wholeIn(call, 'days');
  const [only, ...others] = choicesOf(step).kinds;
  if (only !== undefined && others.length === 0 && only !== 'DATE_IN_DOCUMENT') return { kind: only, days };
  return { kind: call.flags['working'] === true ? 'WORKING_DAYS' : 'CALENDAR_DAYS', days };
}

function wholeIn(call: Call, flag: string): number {
  const text = given(call, flag) ?? needed(call, flag);
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new UsageError({ id: `--${flag}: isi bilangan bulat.`, en: `--${flag}: give a whole number.` });
}

/** The row and its entry in the journal. */
async function record(owner: Owner, region: string, event: ComplianceEventOf<'LadderSettingChanged'>): Promise<void> {
  const { data } = event;
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const needs = data.step === 'HANDOVER' ? data.needs : null;
  await owner.query(
    `INSERT INTO ladder_setting (region, from_day, step, clock, needs, at) VALUES ($1, $2, $3, $4, $5, app_now())`,
    [region, data.from, data.step, json(data.clock), json(needs)],
  );
  await tellJournal(owner, region, event, EMPLOYERS_AUDIENCE);
}

const WORDS = {
  id: (said: string, from: string) => `Berlaku mulai ${from}. ${said}.`,
  en: (said: string, from: string) => `From ${from} on. ${said}.`,
} as const;
