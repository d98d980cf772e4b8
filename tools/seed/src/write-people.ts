import type { Capacity } from '@papan/domain';
import { type Owner, insertRows } from './owner';
import type { RegionStory, StoryPerson } from './region-story';

/** Since when everybody in the demonstration has served: before the first entry of the journal. */
const SERVING_SINCE = '2018-01-02';

/**
 * Writes the people of both regions, each with one account however many regions they serve, all with one password.
 * `passwordHash` is its Argon2id hash.
 */
export async function writePeople(owner: Owner, stories: readonly RegionStory[], passwordHash: string): Promise<void> {
  const names = new Map(stories.flatMap(({ people }) => people.map(({ login, name }) => [login, name] as const)));
  const made = await owner.query<{ id: string; login: string }>(
    `INSERT INTO person (login, name) SELECT login, name FROM jsonb_to_recordset($1::jsonb) AS p (login text, name text)
     RETURNING id, login`,
    [JSON.stringify([...names].map(([login, name]) => ({ login, name })))],
  );
  const ids = new Map(made.map(({ login, id }) => [login, id]));
  await insertRows(
    owner,
    'credential',
    made.map(({ id }) => ({ person: id, password_hash: passwordHash })),
  );
  for (const story of stories) {
    const region = story.region.code;
    await insertRows(
      owner,
      'membership',
      story.people.map((person) => ({
        region,
        number: person.id,
        person: ids.get(person.login),
        agency: person.agency,
        role: person.role,
        capacity: capacityOf(story, person),
        from_day: SERVING_SINCE,
        until_day: null,
      })),
    );
    await owner.query('UPDATE region SET next_person = $2 WHERE code = $1', [region, story.people.length + 1]);
  }
}

/** The accounts that the sign-in page of a demonstration shows, with their password. */
export async function writeShownAccounts(
  owner: Owner,
  stories: readonly RegionStory[],
  password: string,
): Promise<void> {
  const logins = new Set<string>();
  const shown = stories
    .flatMap(({ region, people }) =>
      people.filter((it) => it.shown).map(({ login }) => ({ login, region: region.code })),
    )
    .filter(({ login }) => !logins.has(login) && logins.add(login));
  await owner.query(
    `INSERT INTO demo_account (position, person, region, password)
     SELECT a.position, p.id, a.region, $2
       FROM jsonb_to_recordset($1::jsonb) AS a (position int, login text, region text) JOIN person p ON p.login = a.login`,
    [JSON.stringify(shown.map((account, at) => ({ ...account, position: at + 1 }))), password],
  );
}

function capacityOf({ heads }: RegionStory, { agency, name }: StoryPerson): Capacity {
  return heads.find((it) => it.agency === agency && it.name === name)?.capacity ?? 'DEFINITIF';
}
