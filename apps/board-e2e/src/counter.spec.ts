import { unpackCases } from '@papan/contracts';
import type { CaseList } from '@papan/contracts';
import { Api } from './support/api';
import { screenOf } from './support/people';
import { expect, test } from './support/test';

test('the counter of DPMPTSP learns of a NIB whether it is blocked, and nothing else of the product', async ({
  browser,
}) => {
  const bpjs = new Api((await screenOf(browser, 'bpjs')).page);
  const rows = unpackCases((await (await bpjs.get('/cases')).json()) as CaseList);
  const blocked = rows.find(({ tracks, nib }) => tracks.TMP2T === 'TMP2T_IN_FORCE' && nib !== null);
  const free = rows.find(
    ({ tracks, nib }) => tracks.TMP2T === undefined && nib !== null && tracks.LOCAL === 'HIMBAUAN',
  );
  if (!blocked?.nib || !free?.nib) throw new Error('the demo blocks nobody');

  const { page } = await screenOf(browser, 'counter');
  await page.goto('/loket');
  const field = page.getByLabel('Nomor Induk Berusaha (NIB)');
  const answer = page.locator('[data-answer]');
  await field.fill(blocked.nib);
  await field.press('Enter');
  await expect(answer).toContainText('TERBLOKIR');
  await expect(answer).toContainText(String(blocked.id));
  await expect(page.locator('main')).not.toContainText(blocked.name);
  await field.fill(free.nib);
  await field.press('Enter');
  await expect(answer).toContainText('TIDAK TERBLOKIR');
  // A number that nobody has is answered as one that is not blocked: the counter tells nobody who is known.
  await field.fill('9900000000000');
  await field.press('Enter');
  await expect(answer).toContainText('TIDAK TERBLOKIR');

  const counter = new Api(page);
  for (const path of ['/cases', `/cases/${blocked.id}`, '/employers', '/dossiers']) {
    expect([path, (await counter.get(path)).status()]).toEqual([path, 403]);
  }
});
