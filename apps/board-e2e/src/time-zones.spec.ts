import { screenOf } from './support/people';
import { expect, test } from './support/test';

for (const timezoneId of ['Asia/Makassar', 'America/New_York']) {
  test(`a reader in ${timezoneId} sees the same countdown and the same times in WIB`, async ({ browser }) => {
    const home = (await screenOf(browser, 'assistant')).page;
    const away = (await screenOf(browser, 'assistant', { timezoneId })).page;
    const texts: string[] = [];
    for (const page of [home, away]) {
      await page.goto('/');
      const days = page.getByText(/^\d+ hari$/).first();
      await expect(days).toBeVisible();
      await expect(page.getByText(/\d+ hari kerja/).first()).toBeVisible();
      texts.push(
        `${await days.textContent()} ${await page
          .getByText(/\d+ hari kerja/)
          .first()
          .textContent()}`,
      );
      await expect(page.getByText('31 Desember 2026').first()).toBeVisible();
    }
    expect(texts[1]).toBe(texts[0]);
    // The demo's clock began on Monday 2 November 2026.
    expect(texts[0]).toContain('59 hari');
    expect(texts[0]).toContain('41 hari kerja');
  });
}
