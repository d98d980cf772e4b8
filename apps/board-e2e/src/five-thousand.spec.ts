import { type Snapshot, packTasks, unpackTasks } from '@papan/contracts';
import { TASK_STATUSES, type Task } from '@papan/domain';
import { Api, type Directory, planTask } from './support/api';
import { card, middleOf, openBoard, twoFrames } from './support/board';
import { screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

const MANY = 5_000;
const NODES = 1_200;
const SHOWN = TASK_STATUSES.filter((status) => !['DRAFT', 'TRANSFERRED', 'CANCELLED'].includes(status));

/** The board of the demo with so many more tasks, over its real agencies. */
async function manyTasks(page: Page): Promise<Snapshot> {
  const api = new Api(page);
  const snapshot = (await (await api.get('/board')).json()) as Snapshot;
  const { agencies } = (await (await api.get('/directory')).json()) as Directory;
  const tasks = [...unpackTasks(snapshot.tasks)];
  const pattern = tasks[0];
  if (!pattern) throw new Error('the demo has no tasks');
  const parties = agencies.slice(0, 15);
  for (let at = tasks.length; at < MANY; at++) {
    const status = SHOWN[at % SHOWN.length] ?? 'ASSIGNED';
    const agency = parties[(at * 7) % parties.length]?.id ?? pattern.agency;
    const title = `Tugas contoh nomor ${at} di kecamatan dengan nama yang cukup panjang`;
    const task: Task = {
      ...pattern,
      id: 10_000 + at,
      agency,
      status,
      title,
      target: 100 + (at % 900),
      reported: at % 100,
    };
    tasks.push(task);
  }
  return { ...snapshot, tasks: packTasks(tasks) };
}

test('five thousand tasks: few nodes from end to end, every card with its place among all', async ({ browser }) => {
  test.setTimeout(120_000);
  const { page } = await screenOf(browser, 'lead');
  const snapshot = await manyTasks(page);
  await page.route('**/api/regions/35.05/board', (route) => route.fulfill({ json: snapshot }));
  await page.goto('/papan');
  await page.locator('li[data-task]').first().waitFor();
  console.log(`first of ${MANY} cards after ${Math.round(await page.evaluate(() => performance.now()))} ms`);

  const total = await page
    .locator('ul[data-column]')
    .evaluateAll((columns) =>
      columns.reduce((sum, column) => sum + Number(column.querySelector('li')?.getAttribute('aria-setsize') ?? 0), 0),
    );
  const { count } = snapshot.tasks;
  const hidden = unpackTasks(snapshot.tasks).filter(({ status }) => !SHOWN.includes(status)).length;
  expect(total).toBe(count - hidden);

  const { most, blank } = await page.locator('.scroller').evaluate(async (sheet) => {
    const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const steps = Math.ceil(sheet.scrollHeight / (sheet.clientHeight * 4));
    const way = Array.from({ length: steps + 1 }, (_, step) => (sheet.scrollHeight / steps) * step);
    let [most, blank] = [0, 0];
    for (const top of [...way, ...way.reverse()]) {
      sheet.scrollTop = top;
      await drawn();
      most = Math.max(most, document.querySelectorAll('*').length);
      const { top: from, bottom: to } = sheet.getBoundingClientRect();
      const boxes = [...sheet.querySelectorAll('li[data-task], .lane')].map((it) => it.getBoundingClientRect());
      if (!boxes.some((box) => box.bottom > from && box.top < to)) blank++;
    }
    return { most, blank };
  });
  console.log(`at most ${most} nodes`);
  expect(most).toBeLessThanOrEqual(NODES);
  expect(blank).toBe(0);
});

test('a burst of two hundred happenings does not move the card under the pointer', async ({ browser }) => {
  test.setTimeout(120_000);
  const { page: lead } = await screenOf(browser, 'lead');
  const { page: disdik } = await screenOf(browser, 'disdik');
  const stamp = Date.now();
  const tasks = [];
  for (let at = 0; at < 10; at++)
    tasks.push(await planTask(lead, 'DISDIK', { title: `Ramai ${stamp} ke-${at}`, target: 1_000 }));
  const { page } = await screenOf(browser, 'assistant');
  const snapshot = await manyTasks(page);
  await page.route('**/api/regions/35.05/board', (route) => route.fulfill({ json: snapshot }));
  let heard = '';
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => (heard += String(payload))));
  await openBoard(page, '/papan');

  // The pointer rests on a card in the middle of the board. Cards are drawn after the scrolling, in a later frame.
  await page.locator('.scroller').evaluate((sheet) => sheet.scrollTo(0, 2_000));
  await twoFrames(page);
  const resting = page.locator('ul[data-column="RUNNING"] li[data-task]').nth(3);
  const point = await middleOf(resting);
  const id = Number(await resting.getAttribute('data-task'));
  await page.mouse.move(point.x, point.y);
  const before = await card(page, id).boundingBox();

  const api = new Api(disdik);
  const last = crypto.randomUUID();
  await Promise.all(
    tasks.map(async (task, at) => {
      await api.must(`/tasks/${task.id}/deeds`, { deed: 'accept' });
      for (let turn = 0; turn < 19; turn++)
        await api.must(`/tasks/${task.id}/reports`, { entry: crypto.randomUUID(), delta: at + turn + 1 });
    }),
  );
  await api.must(`/tasks/${tasks[0]?.id ?? 0}/reports`, { entry: last, delta: 1 });
  await expect.poll(() => heard.includes(last)).toBe(true);
  await twoFrames(page);
  expect(await card(page, id).boundingBox()).toEqual(before);
});
