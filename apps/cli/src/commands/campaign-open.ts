import {
  type CampaignLine,
  type IsoDate,
  MEASURES,
  TITLE_LIMIT,
  checkText,
  endOfWibDay,
  isRefusal,
  parsePercent,
  refuse,
} from '@papan/domain';
import type { Owner } from '@papan/seed';
import { type Answer, type Call, type Command, RolledBack, UsageError, given, needed } from '../command';
import { withOwner } from '../connect';
import { checkRegion, givenDate, orRollBack, todayOf } from './common';

/** `papan campaign open`: a campaign of a region, on an agreement, with its lines and its deadline. */
export const campaignOpen: Command = {
  name: 'campaign open',
  flags: [
    { name: 'region', needed: true, example: '35.05' },
    { name: 'title', needed: true, example: '"Menuju UHC 2026"' },
    { name: 'agreement', needed: true, example: '119/1/2026' },
    { name: 'deadline', needed: true, example: '2026-12-31' },
    { name: 'registered', needed: false, example: '98' },
    { name: 'active', needed: false, example: '80' },
    { name: 'starts-on', needed: false, example: '2026-11-02' },
    { name: 'agreement-date', needed: false, example: '2026-10-30' },
    { name: 'parties', needed: false, example: '"Pemkab; BPJS Kesehatan"' },
    { name: 'subject', needed: false, example: '"Percepatan JKN"' },
  ],
  help: {
    id: {
      summary: 'Membuka gerakan suatu daerah dengan kesepakatan, garis sasaran, dan tenggatnya.',
      flags: [
        'kode daerah',
        'judul gerakan',
        'nomor kesepakatan; dibuat bila belum ada',
        'hari terakhir, sampai pukul 23.59.59 WIB',
        'persen penduduk terdaftar yang dituju',
        'persen penduduk aktif yang dituju; paling sedikit salah satu',
        'hari pertama; garis sasaran berlaku sejak hari itu; baku: hari ini',
        'tanggal kesepakatan',
        'para pihak, dipisah titik koma; baku: daerah dan BPJS Kesehatan',
        'pokok kesepakatan; baku: judul gerakan',
      ],
    },
    en: {
      summary: 'Opens a campaign of a region with its agreement, its lines and its deadline.',
      flags: [
        'code of the region',
        'title of the campaign',
        'number of the agreement; made where it is not there',
        'last day, until 23:59:59 WIB',
        'percentage of the population to be registered',
        'percentage of the population to be active; at least one of the two',
        'first day, from which the lines hold; default: today',
        'date of the agreement',
        'the parties, separated by semicolons; default: the region and BPJS Kesehatan',
        'subject of the agreement; default: the title',
      ],
    },
  },
  run(call) {
    const [region, title, agreement] = [needed(call, 'region'), needed(call, 'title'), needed(call, 'agreement')];
    needed(call, 'deadline');
    const lines = linesOf(call);
    return withOwner(call, (owner) => open(call, owner, { region, title, agreement, lines }));
  },
};

interface NewCampaign {
  readonly region: string;
  readonly title: string;
  readonly agreement: string;
  readonly lines: readonly CampaignLine[];
}

function linesOf(call: Call): readonly CampaignLine[] {
  const lines = MEASURES.flatMap((measure) => {
    const text = given(call, measure);
    if (text === undefined) return [];
    const percent = orRollBack(parsePercent(text)).percent;
    if (percent <= 0 || percent > 100) throw new RolledBack(refuse('PERCENT_INVALID', { value: text.slice(0, 40) }));
    return [{ measure, percent }];
  });
  if (lines.length > 0) return lines;
  throw new UsageError({ id: '--registered atau --active wajib diisi.', en: '--registered or --active is needed.' });
}

async function open(call: Call, owner: Owner, campaign: NewCampaign): Promise<Answer> {
  const { region, lines } = campaign;
  const { name } = await checkRegion(owner, region);
  const title = orRollBack(checkText('title', campaign.title, TITLE_LIMIT, true));
  const today = await todayOf(owner);
  const startsOn = givenDate(call, 'starts-on') ?? today;
  const lastDay = givenDate(call, 'deadline') ?? today;
  if (lastDay < today || lastDay < startsOn) {
    throw new RolledBack(refuse('DUE_BEFORE_START', { start: startsOn > today ? startsOn : today, due: lastDay }));
  }
  await ensureAgreement(call, owner, { ...campaign, title }, name);
  await owner.query(`SELECT set_config('papan.region', $1, true)`, [region]);
  const [made] = await owner.query<{ id: number }>(`SELECT next_number('campaign') AS id`);
  const id = made?.id ?? 0;
  const deadline = endOfWibDay(lastDay);
  await owner.query(
    `INSERT INTO campaign (region, id, title, agreement, starts_on, deadline) VALUES ($1, $2, $3, $4, $5, $6)`,
    [region, id, title, campaign.agreement, startsOn, deadline],
  );
  await writeLines(owner, region, id, startsOn, lines);
  return {
    lines: [WORDS[call.language](id, title, region, lastDay)],
    data: { region, campaign: id, title, agreement: campaign.agreement, startsOn, deadline, lines },
  };
}

async function ensureAgreement(
  call: Call,
  owner: Owner,
  { region, agreement, title }: NewCampaign,
  regionName: string,
): Promise<void> {
  const number = orRollBack(checkText('agreement', agreement, 120, true));
  const named = (given(call, 'parties') ?? `Pemerintah ${regionName}; BPJS Kesehatan`).split(';');
  const parties = named.map((party) => checkText('parties', party, TITLE_LIMIT, true));
  const subject = orRollBack(checkText('subject', given(call, 'subject') ?? title, 400, true));
  for (const party of parties) if (isRefusal(party)) throw new RolledBack(party);
  await owner.query(
    `INSERT INTO agreement (region, number, parties, signed_on, subject) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [region, number, parties, givenDate(call, 'agreement-date') ?? null, subject],
  );
}

async function writeLines(
  owner: Owner,
  region: string,
  campaign: number,
  from: IsoDate,
  lines: readonly CampaignLine[],
): Promise<void> {
  for (const { measure, percent } of lines) {
    await owner.query(
      'INSERT INTO campaign_line (region, campaign, measure, percent, from_day) VALUES ($1, $2, $3, $4, $5)',
      [region, campaign, measure, percent, from],
    );
  }
}

const WORDS = {
  id: (id: number, title: string, region: string, day: string) =>
    `Gerakan ${id} “${title}” dibuka di ${region}, sampai ${day} pukul 23.59.59 WIB.`,
  en: (id: number, title: string, region: string, day: string) =>
    `Campaign ${id} “${title}” is open in ${region}, until ${day} 23:59:59 WIB.`,
} as const;
