import { refuse } from '@papan/domain';
import { type Command, needed } from '../command';
import { withOwner } from '../connect';
import { checkRegion } from './common';

/** `papan campaign close`: no new task is planned in it; what was reported stays. */
export const campaignClose: Command = {
  name: 'campaign close',
  flags: [
    { name: 'region', needed: true, example: '35.05' },
    { name: 'campaign', needed: true, example: '1' },
  ],
  help: {
    id: {
      summary: 'Menutup gerakan: tidak ada tugas baru; riwayatnya tetap.',
      flags: ['kode daerah', 'nomor gerakan'],
    },
    en: {
      summary: 'Closes a campaign: no new tasks; its history stays.',
      flags: ['code of the region', 'number of the campaign'],
    },
  },
  run(call) {
    const [region, number] = [needed(call, 'region'), needed(call, 'campaign')];
    return withOwner(call, async (owner) => {
      await checkRegion(owner, region);
      const [found] = await owner.query<{ id: number; title: string; open: boolean }>(
        'SELECT id, title, open FROM campaign WHERE region = $1 AND id::text = $2',
        [region, number],
      );
      if (!found) return refuse('CAMPAIGN_UNKNOWN', { campaign: number.slice(0, 20) });
      if (!found.open) return refuse('CAMPAIGN_CLOSED', { campaign: found.title });
      await owner.query('UPDATE campaign SET open = false WHERE region = $1 AND id = $2', [region, found.id]);
      return { lines: [WORDS[call.language](found.title)], data: { region, campaign: found.id, open: false } };
    });
  },
};

const WORDS = {
  id: (title: string) => `Gerakan “${title}” ditutup.`,
  en: (title: string) => `The campaign “${title}” is closed.`,
} as const;
