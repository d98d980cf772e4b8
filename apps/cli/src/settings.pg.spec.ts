import { type TestDatabase, testDatabase } from '@papan/server-platform/testing';
import { runPapan } from './run';

describe('the settings of a region', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    await papan('admin', 'create', '--region', '35.07', '--login', 'admin', '--name', 'Contoh Admin');
  }, 120_000);
  afterAll(() => database.drop());

  const papan = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { code, out, err } = await runPapan([...args, '--json'], { DATABASE_URL: database.owner }, process.cwd());
    return { ...(JSON.parse(out || err) as object), exit: code };
  };
  const set = (setting: string, ...more: string[]) =>
    papan('settings', 'set', '--region', '35.07', '--setting', setting, ...more);
  const inForce = async (step: string) => {
    const { inForce: all } = (await papan('settings', 'list', '--region', '35.07')) as {
      inForce: readonly { step: string }[];
    };
    return all.find((one) => one.step === step);
  };

  it('come with the agencies, their duties and the places that the ladder needs, in any regency', async () => {
    const of = async (duty: string) =>
      (
        await database.owning<{ code: string }>(
          `SELECT code FROM agency WHERE region = '35.07' AND $1 = ANY (duties) ORDER BY code`,
          [duty],
        )
      ).map(({ code }) => code);
    expect(await of('EMPLOYERS')).toEqual(expect.arrayContaining(['BPJS-KES', 'DISNAKER', 'DPMPTSP']));
    expect(await of('LICENSING')).toEqual(['DPMPTSP']);
    const [places] = await database.owning(
      `SELECT count(*) FILTER (WHERE length(code) = 8)::int AS districts, count(*) FILTER (WHERE length(code) = 13)::int AS villages
         FROM area WHERE code LIKE '35.07.%'`,
    );
    expect(places).toEqual({ districts: 33, villages: 390 });
  });

  it('are those of the ladder until the operator sets another from a day on', async () => {
    expect(await inForce('HIMBAUAN')).toEqual({ step: 'HIMBAUAN', clock: { kind: 'CALENDAR_DAYS', days: 14 } });
    expect(await set('himbauan', '--days', '7', '--working')).toMatchObject({ exit: 0, step: 'HIMBAUAN' });
    expect(await inForce('HIMBAUAN')).toMatchObject({ clock: { kind: 'WORKING_DAYS', days: 7 } });
    expect(await set('himbauan', '--none', '--from', '2099-01-01')).toMatchObject({ exit: 0, clock: null });
    expect(await inForce('HIMBAUAN')).toMatchObject({ clock: { days: 7 } });
    expect(await set('deemed_receipt', '--days', '3')).toMatchObject({ exit: 0 });
    expect(await inForce('DEEMED_RECEIPT')).toMatchObject({ clock: { kind: 'CALENDAR_DAYS', days: 3 } });
  });

  it('say what a hand-over needs, in the journal of the region as well, by nobody', async () => {
    expect(await inForce('HANDOVER')).toMatchObject({ needs: { appeals: 1, inspections: 1 } });
    expect(await set('handover', '--appeals', '2', '--inspections', '1')).toMatchObject({ exit: 0, step: 'HANDOVER' });
    expect(await inForce('HANDOVER')).toMatchObject({ needs: { appeals: 2, inspections: 1 } });
    const [entry] = await database.owning<{ audience: number; entry: string }>(
      `SELECT audience, entry FROM journal WHERE region = '35.07' ORDER BY seq DESC LIMIT 1`,
    );
    expect(entry?.audience).toBe(0);
    expect(JSON.parse(entry?.entry ?? '')).toMatchObject({
      actor: { agency: null, person: null },
      type: 'LadderSettingChanged',
      data: { step: 'HANDOVER', clock: null, needs: { appeals: 2, inspections: 1 } },
    });
    expect(await papan('journal', 'verify')).toMatchObject({ exit: 0 });
  });

  it('keep within the law and cannot begin in the past; a refusal leaves nothing behind', async () => {
    const rows = () => database.owning('SELECT count(*)::int AS n FROM ladder_setting');
    const before = await rows();
    expect(await set('teguran_i', '--days', '11')).toMatchObject({ exit: 1, code: 'SETTING_BEYOND_LAW' });
    expect(await set('handover', '--appeals', '0', '--inspections', '0')).toMatchObject({
      ...{ exit: 1, code: 'SETTING_PROOFS_INVALID' },
    });
    expect(await set('himbauan', '--days', '7', '--from', '2020-01-01')).toMatchObject({
      exit: 1,
      code: 'RULE_FROM_PAST',
    });
    expect(await set('skk', '--days', '7')).toMatchObject({ exit: 1, code: 'SETTING_NOT_FOR_STEP' });
    expect((await set('entah', '--days', '7')).exit).toBe(2);
    expect((await set('himbauan')).exit).toBe(2);
    expect(await rows()).toEqual(before);
  });
});
