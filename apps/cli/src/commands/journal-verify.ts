import { formatInteger, refuse } from '@papan/domain';
import type { Language } from '@papan/contracts/words';
import { type JournalVerdict, verifyJournal } from '@papan/server-platform';
import { type Command, given } from '../command';
import { withOwner } from '../connect';

/** `papan journal verify`: walks the hash chain of one region or of all, and names the first entry that does not hold. */
export const journalVerify: Command = {
  name: 'journal verify',
  flags: [{ name: 'region', needed: false, example: '35.05' }],
  help: {
    id: {
      summary: 'Menelusuri rantai riwayat dari catatan pertama dan menyebut catatan pertama yang tidak utuh.',
      flags: ['hanya daerah ini; tanpa itu semua daerah'],
    },
    en: {
      summary: 'Walks the chain of the journal from its first entry and names the first one that does not hold.',
      flags: ['only this region; without it all of them'],
    },
  },
  run(call) {
    const asked = given(call, 'region');
    return withOwner(call, async (owner) => {
      const regions = await owner.query<{ code: string }>('SELECT code FROM region ORDER BY code');
      const chosen = regions.filter(({ code }) => asked === undefined || code === asked);
      if (asked !== undefined && chosen.length === 0) return refuse('AREA_UNKNOWN', { value: asked.slice(0, 40) });
      const verdicts: JournalVerdict[] = [];
      for (const { code } of chosen)
        verdicts.push(await verifyJournal((sql, params) => owner.query(sql, params), code));
      return {
        lines: chosen.length === 0 ? [WORDS[call.language].none] : verdicts.map((it) => inWords(it, call.language)),
        data: { verdicts },
        failed: verdicts.some((it) => it.broken !== null),
      };
    });
  },
};

const WORDS = {
  id: {
    none: 'Belum ada daerah, jadi belum ada riwayat.',
    whole: (entries: string, erased: string, hash: string) =>
      `utuh, ${entries} catatan, ${erased} teks pribadi dihapus; jangkar ${hash}`,
    broken: (seq: string, how: string) => `RUSAK pada catatan ${seq}: ${how}`,
    how: {
      number: 'nomor hilang, ganda, atau tidak berurutan',
      link: 'tidak bersambung dengan catatan sebelumnya',
      hash: 'isinya diubah',
      content: 'kolomnya berbeda dari teksnya',
      private: 'teks pendampingnya diubah',
      head: 'akhir rantai tidak cocok dengan kepala daerah',
    },
  },
  en: {
    none: 'There is no region yet, and so no journal.',
    whole: (entries: string, erased: string, hash: string) =>
      `holds, ${entries} entries, ${erased} private texts erased; anchor ${hash}`,
    broken: (seq: string, how: string) => `BROKEN at entry ${seq}: ${how}`,
    how: {
      number: 'a number is missing, doubled or out of order',
      link: 'it does not follow the entry before',
      hash: 'its content was changed',
      content: 'its columns differ from its text',
      private: 'the text beside it was changed',
      head: 'the end of the chain is not what the region says',
    },
  },
} as const;

function inWords({ region, entries, erased, hash, broken }: JournalVerdict, language: Language): string {
  const text = WORDS[language];
  const count = (number: number): string => formatInteger(number, language);
  if (broken === null) return `${region}: ${text.whole(count(entries), count(erased), hash)}`;
  return `${region}: ${text.broken(formatInteger(broken.seq, language), text.how[broken.how])}`;
}
