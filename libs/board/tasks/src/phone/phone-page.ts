import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Directory, LiveStore, Outbox, Say, SessionStore } from '@papan/board-platform';
import { EmptyState, ErrorState, Skeleton, TruthBar } from '@papan/board-ui';
import { countsPersons } from '@papan/domain';
import { TaskDrawer } from '../drawer/task-drawer';
import type { DrawerSection } from '../drawer/sections';
import { sectionInAddress, sectionOf } from '../drawer/sections';
import { TaskWords } from '../task/task-words';
import { myTasks, shareOf } from './my-tasks';
import { ReportCard } from './report-card';

const TABS = ['tasks', 'share'] as const;

/** "Tugas saya": the work of one's own agency, to be reported standing in a village office. */
@Component({
  selector: 'pp-phone-page',
  imports: [EmptyState, ErrorState, ReportCard, Skeleton, TaskDrawer, TruthBar],
  templateUrl: './phone-page.html',
  styleUrl: './phone-page.css',
})
export class PhonePage {
  protected readonly voice = inject(Say);
  protected readonly live = inject(LiveStore);
  protected readonly outbox = inject(Outbox);
  protected readonly words = inject(TaskWords);
  protected readonly directory = inject(Directory);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  protected readonly tabs = TABS;
  protected readonly tab = signal<(typeof TABS)[number]>('tasks');
  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly openTask = computed(() => Number(this.query().get('tugas')) || null);
  protected readonly section = computed(() => sectionOf(this.query().get('bagian')));

  protected readonly agency = computed(() => this.session.membership()?.agency ?? 0);
  protected readonly agencyName = computed(() => this.session.membership()?.agencyName ?? '');
  protected readonly tasks = computed(() => myTasks(this.live.allTasks(), this.agency()));
  private readonly counted = computed(() =>
    this.live.allTasks().filter((task) => task.agency === this.agency() && countsPersons(task.unit)),
  );
  protected readonly share = computed(() => shareOf(this.counted()));
  protected readonly shareRows = computed(() => {
    const share = this.share();
    const people = (count: number): string => this.voice.say('phone.people', { count: this.words.integer(count) });
    return [
      { term: this.voice.say('phone.shareTarget'), value: people(share.target) },
      { term: this.voice.say('phone.shareReported'), value: people(share.reported) },
      { term: this.voice.say('phone.shareVerified'), value: people(share.registered) },
      { term: this.voice.say('phone.shareGap'), value: people(share.gap) },
      { term: this.voice.say('phone.shareActive'), value: people(share.active) },
      { term: this.voice.say('phone.shareRest'), value: people(share.remaining) },
    ];
  });
  protected readonly shareBar = computed(() => {
    const { target, reported, registered } = this.share();
    return this.voice.say('board.barLabel', {
      reported: this.words.integer(reported),
      verified: this.words.integer(registered),
      target: this.words.integer(target),
      unit: this.voice.word('unit', 'people'),
    });
  });
  protected readonly perTask = computed(() => this.counted().filter((task) => task.status !== 'CANCELLED'));
  protected readonly offline = computed(
    () => this.live.loaded() && ['RECONNECTING', 'STALE'].includes(this.live.status()),
  );
  protected readonly waiting = computed(() => this.outbox.waiting().length);

  protected show(task: number, section: DrawerSection | null): void {
    void this.go({ tugas: String(task), bagian: section === null ? null : sectionInAddress(section) });
  }

  protected setSection(section: DrawerSection | null): void {
    void this.go({ bagian: section === null ? null : sectionInAddress(section) });
  }

  protected close(): void {
    void this.go({ tugas: null, bagian: null });
  }

  private go(queryParams: Readonly<Record<string, string | null>>): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }
}
