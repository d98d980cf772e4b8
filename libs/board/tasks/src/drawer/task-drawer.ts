import {
  Component,
  DestroyRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { ElementRef } from '@angular/core';
import { BoardApi, LiveStore, Say, SessionStore } from '@papan/board-platform';
import type { Problem, TaskDetail } from '@papan/contracts';
import { DueChip, ErrorState, Icon, Skeleton, StatusChip, TruthBar } from '@papan/board-ui';
import type { Happening, Task } from '@papan/domain';
import {
  EDITABLE_FIELDS,
  countsPersons,
  formatMoment,
  gap,
  isOpen,
  may,
  remaining,
  verifiedAmount,
} from '@papan/domain';
import { resourceOf } from '../board/decide-drop';
import { BlockerForms } from '../forms/blocker-forms';
import { CorrectionForm } from '../forms/correction-form';
import { ReassignForm } from '../forms/reassign-form';
import { ReportForm } from '../forms/report-form';
import { VerifyForm } from '../forms/verify-form';
import { TaskWords } from '../task/task-words';
import { DeedButtons } from './deed-buttons';
import { FactField } from './fact-field';
import type { DrawerSection } from './sections';
import { DRAWER_SECTIONS } from './sections';
import { TaskEvidence } from './task-evidence';
import { TaskPanels } from './task-panels';

/** Everything about one task beside the board; on a phone the whole page. */
@Component({
  selector: 'pp-task-drawer',
  imports: [
    BlockerForms,
    CorrectionForm,
    DeedButtons,
    DueChip,
    ErrorState,
    FactField,
    Icon,
    ReassignForm,
    ReportForm,
    Skeleton,
    StatusChip,
    TaskEvidence,
    TaskPanels,
    TruthBar,
    VerifyForm,
  ],
  templateUrl: './task-drawer.html',
  styleUrl: './task-drawer.css',
  host: { '(keydown.escape)': 'escape($event)' },
})
export class TaskDrawer {
  readonly taskId = input.required<number>();
  readonly section = input<DrawerSection | null>(null);
  readonly closed = output();
  readonly sectionChange = output<DrawerSection | null>();
  readonly openOther = output<number>();

  protected readonly voice = inject(Say);
  protected readonly live = inject(LiveStore);
  protected readonly words = inject(TaskWords);
  private readonly session = inject(SessionStore);
  private readonly api = inject(BoardApi);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly fields = EDITABLE_FIELDS.filter((field) => field !== 'title');
  private readonly fetched = signal<TaskDetail | null>(null);
  protected readonly problem = signal<Problem | 'unreachable' | null>(null);
  private turn = 0;

  protected readonly detail = computed(() => {
    const detail = this.fetched();
    return detail?.task.id === this.taskId() ? detail : null;
  });
  /** As live as the card; the detail's own state until the board has the task. */
  protected readonly task = computed<Task | null>(() => this.live.task(this.taskId())() ?? this.detail()?.task ?? null);
  protected readonly blockers = computed(() => this.live.blockersOf(this.taskId())());
  /** Grows with each file that is put to the task: its card does not change by it. */
  private readonly evidenceNews = signal(0);
  /** Grows with whatever happens to the task: then its history is fetched anew. */
  private readonly changes = computed(() => [
    ...[this.live.task(this.taskId())()?.version, this.blockers(), this.evidenceNews()],
  ]);
  protected readonly label = computed(() => {
    const task = this.task();
    return task ? this.words.label(task) : `#${this.taskId()}`;
  });
  protected readonly mayEdit = computed(() => {
    const [actor, task] = [this.session.actor(), this.task()];
    return !!actor && !!task && isOpen(task.status) && may(actor, 'task.edit', resourceOf(actor.region, task)) === true;
  });

  protected readonly numbers = computed(() => {
    const task = this.task();
    if (!task) return [];
    const persons = countsPersons(task.unit);
    const amount = (value: number): string => this.words.amount(value, task.unit);
    return [
      { term: this.voice.say('tasks.target'), value: amount(task.target) },
      { term: this.voice.say('tasks.reported'), value: amount(task.reported) },
      ...(persons
        ? [
            { term: this.voice.say('tasks.registered'), value: amount(task.registered) },
            { term: this.voice.say('tasks.active'), value: amount(task.active) },
            { term: this.voice.say('tasks.gap'), value: amount(gap(task)) },
          ]
        : []),
      { term: this.voice.say('tasks.rest'), value: amount(remaining(task)) },
      ...(task.reached > 0 ? [{ term: this.voice.say('tasks.reached'), value: amount(task.reached) }] : []),
      ...(task.rejected > 0 ? [{ term: this.voice.say('tasks.rejected'), value: amount(task.rejected) }] : []),
    ];
  });
  protected readonly isOpen = isOpen;
  protected readonly verified = computed(() => {
    const task = this.task();
    return task ? verifiedAmount(task) : 0;
  });
  protected readonly aboveReported = computed(() => {
    const task = this.task();
    return task !== null && gap(task) < 0;
  });
  protected readonly barLabel = computed(() => {
    const task = this.task();
    if (!task) return '';
    return this.voice.say('board.barLabel', {
      reported: this.words.integer(task.reported),
      verified: this.words.integer(this.verified()),
      target: this.words.integer(task.target),
      unit: this.voice.word('unit', task.unit),
    });
  });
  protected readonly history = computed(() => {
    const detail = this.detail();
    if (!detail) return [];
    return [...this.words.history(detail.history, detail.task, this.blockers())].reverse();
  });

  /** The forms that the reader's role has for this task, and how many things wait in each. */
  protected readonly sections = computed(() => {
    const [actor, task] = [this.session.actor(), this.task()];
    if (!actor || !task) return [];
    const resource = resourceOf(actor.region, task);
    const working = isOpen(task.status) && task.status !== 'DRAFT';
    const allowed: Readonly<Record<DrawerSection, boolean>> = {
      report: working && may(actor, 'progress.report', resource) === true,
      correct: isOpen(task.status) && task.reported > 0 && may(actor, 'progress.correct', resource) === true,
      evidence: task.status !== 'DRAFT',
      blockers: working || this.blockers().length > 0,
      verify:
        (working || task.status === 'DONE') &&
        countsPersons(task.unit) &&
        may(actor, 'progress.verify', resource) === true,
      reassign: isOpen(task.status) && may(actor, 'task.reassign', resource) === true,
    };
    return DRAWER_SECTIONS.filter((section) => allowed[section]).map((section) => ({
      section,
      text: this.voice.say(SECTION_WORDS[section]),
      count: this.countIn(section),
    }));
  });
  /** Why the reader's role cannot report here; said where he asked for it by address or key. */
  protected readonly sectionRefused = computed(() => {
    const [asked, actor, task] = [this.section(), this.session.actor(), this.task()];
    if (!asked || !actor || !task || this.sections().some(({ section }) => section === asked)) return null;
    const answer = may(actor, SECTION_ACTIONS[asked], resourceOf(actor.region, task));
    return answer === true ? null : this.voice.refusal(answer);
  });

  constructor() {
    inject(DestroyRef).onDestroy(this.live.onHappenings((news) => this.noticeEvidence(news)));
    effect(() => {
      const id = this.taskId();
      this.changes();
      untracked(() => void this.load(id));
    });
    effect(() => {
      this.taskId();
      untracked(() => this.focusHeading());
    });
    afterNextRender(() => this.focusHeading());
  }

  private countIn(section: DrawerSection): number {
    if (section === 'blockers') return this.blockers().length;
    if (section !== 'evidence') return 0;
    return this.detail()?.history.filter(({ event }) => event.type === 'EvidenceAttached').length ?? 0;
  }

  protected when = (at: string): string => formatMoment(at, this.voice.locale());

  protected toggle(section: DrawerSection): void {
    this.sectionChange.emit(this.section() === section ? null : section);
  }

  protected retry(): void {
    void this.load(this.taskId());
  }

  protected escape(event: Event): void {
    if ((event.target as HTMLElement).closest('dialog')) return;
    this.closed.emit();
  }

  protected isMissing(problem: Problem | 'unreachable'): boolean {
    return problem !== 'unreachable' && problem.status === 404;
  }

  private noticeEvidence(news: readonly Happening[]): void {
    const concerns = news.some(({ event }) => event.type === 'EvidenceAttached' && event.data.task === this.taskId());
    if (concerns) this.evidenceNews.update((count) => count + 1);
  }

  private focusHeading(): void {
    this.heading()?.nativeElement.focus({ preventScroll: true });
  }

  /** Fetches the detail anew whenever the task changed; answers that come too late are dropped. */
  private async load(id: number): Promise<void> {
    const turn = ++this.turn;
    const result = await this.api.taskDetail(id);
    if (turn !== this.turn) return;
    if (result.ok) {
      this.fetched.set(result.value);
      this.problem.set(null);
    } else {
      this.problem.set('problem' in result ? result.problem : 'unreachable');
    }
  }
}

const SECTION_WORDS = {
  report: 'tasks.report',
  correct: 'tasks.correct',
  evidence: 'tasks.evidenceFiles',
  blockers: 'tasks.blockers',
  verify: 'tasks.verify',
  reassign: 'tasks.reassign',
} as const satisfies Record<DrawerSection, string>;

const SECTION_ACTIONS = {
  report: 'progress.report',
  correct: 'progress.correct',
  evidence: 'board.read',
  blockers: 'blocker.raise',
  verify: 'progress.verify',
  reassign: 'task.reassign',
} as const;
