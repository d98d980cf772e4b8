import { LADDER_SETTINGS, type LadderSetting, type LadderSettings, formatShortDate, inForceOn } from '@papan/domain';
import type { Owner } from '@papan/seed';
import { type Command, needed } from '../command';
import { withOwner } from '../connect';
import { checkRegion, todayOf } from './common';
import { saySetting } from './settings-words';

/** `papan settings list`: what holds today, and what was set for other days. */
export const settingsList: Command = {
  name: 'settings list',
  flags: [{ name: 'region', needed: true, example: '35.05' }],
  help: {
    id: {
      summary: 'Jangka waktu tiap tahap dan syarat penyerahan: yang berlaku hari ini dan semua yang pernah ditetapkan.',
      flags: ['kode daerah'],
    },
    en: {
      summary: 'Waiting times of the ladder and what a hand-over needs: what holds today, and all that was ever set.',
      flags: ['code of the region'],
    },
  },
  run(call) {
    const region = needed(call, 'region');
    return withOwner(call, async (owner) => {
      await checkRegion(owner, region);
      const today = await todayOf(owner);
      const set = await settingsOf(owner, region);
      const inForce = LADDER_SETTINGS.map((step) => inForceOn(set, step, today).rule);
      const words = WORDS[call.language];
      const line = (one: LadderSetting): string => `  ${saySetting(call.language, one)}`;
      const dated = (one: LadderSetting): string => `${line(one)} (${formatShortDate(one.from, call.language)})`;
      return {
        lines: [
          `${words.today} ${formatShortDate(today, call.language)}:`,
          ...inForce.map(line),
          ...(set.length > 0 ? [words.set, ...set.map(dated)] : [words.nothing]),
        ],
        data: { region, today, inForce: inForce.map(({ from: _, ...rule }) => rule), set },
      };
    });
  },
};

/** Every row that was ever recorded, oldest first. */
export async function settingsOf(owner: Owner, region: string): Promise<LadderSettings> {
  const rows = await owner.query<LadderSetting & { readonly needs: unknown }>(
    `SELECT from_day::text AS "from", step, clock, needs FROM ladder_setting WHERE region = $1 ORDER BY from_day, number`,
    [region],
  );
  return rows.map(({ needs, ...row }) => (row.step === 'HANDOVER' ? { ...row, needs } : row) as LadderSetting);
}

const WORDS = {
  id: { today: 'Berlaku', set: 'Pernah ditetapkan, mulai:', nothing: 'Belum ada yang ditetapkan; semua bawaan.' },
  en: { today: 'In force on', set: 'Set so far, from:', nothing: 'Nothing was set; all as shipped.' },
} as const;
