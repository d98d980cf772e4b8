import { areasOf } from './areas';
import { blitarStory } from './blitar/story';
import { EMPTY_BOARD, evolve } from '@papan/domain';
test('probe', async () => {
  const story = blitarStory(await areasOf('35.05'));
  let b = EMPTY_BOARD;
  for (const h of story.happenings) b = evolve(b, h);
  const c: Record<string, number> = {};
  for (const t of b.tasks.values()) c[t.status] = (c[t.status] ?? 0) + 1;
  const v = Object.values(b.verified).reduce((a, x) => [a[0]! + x.registered, a[1]! + x.active], [0, 0]);
  const run = [...b.tasks.values()].filter((t) => t.campaign === 2);
  const per = run.filter((t) => ['people', 'workers'].includes(t.unit));
  console.log(
    story.happenings.length,
    b.tasks.size,
    c,
    v,
    per.reduce((a, t) => a + t.target, 0),
    per.reduce((a, t) => a + t.reported, 0),
    per.reduce((a, t) => a + t.registered, 0),
    'alloc',
    Object.values(b.allocation).reduce((a, x) => a + x, 0),
    'late',
    run.filter((t) => !['DONE', 'CANCELLED', 'TRANSFERRED'].includes(t.status) && t.due < '2026-11-02').length,
    'moved',
    run.filter((t) => t.dueChanges > 0).map((t) => t.dueChanges),
    'over',
    run.filter((t) => t.registered > t.reported && per.includes(t)).length,
    'corr',
    story.happenings.filter((h) => h.event.type === 'ProgressCorrected').length,
    'file',
    story.happenings.filter((h) => h.event.type === 'ProgressVerified' && h.event.data.source.kind !== 'BPJS').length,
    story.happenings.at(-1)?.at,
  );
  console.log(per.map((t) => [t.title, t.target, t.reported, t.registered, t.status].join(' | ')).join('\n'));
});
