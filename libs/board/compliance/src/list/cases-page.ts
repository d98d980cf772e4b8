import {
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LetterKeys, LiveStore, Say, SessionStore } from '@papan/board-platform';
import { EmptyState, ErrorState, Icon, Skeleton } from '@papan/board-ui';
import { formatTime } from '@papan/domain';
import { CaseWords } from '../case/case-words';
import { BulkAppeal } from './bulk-appeal';
import { CaseFilterBar } from './case-filter-bar';
import { CaseTable } from './case-table';
import { CasesStore } from './cases-store';
import { LinkDialog } from './link-dialog';
import { OwnViews } from './own-views';
import type { OwnView } from './own-views';
import { ProposeDialog } from './propose-dialog';
import type { RowAction } from './row-keys';
import { SearchText } from './search-text';
import { NOTHING_CHOSEN, stillThere } from './selection';
import type { Selection } from './selection';
import { ALL_OPEN, VIEWS, arrange, countViews, isFiltered, readFilter, writeFilter } from './views';
import type { CaseFilter, Sort, View } from './views';

/** The cases of the region: what is due this week, what waits for a proof of receipt, what is ready for the SKK. */
@Component({
  selector: 'pp-cases-page',
  imports: [
    BulkAppeal,
    CaseFilterBar,
    CaseTable,
    EmptyState,
    ErrorState,
    Icon,
    LinkDialog,
    ProposeDialog,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './cases-page.html',
  styleUrl: './cases-page.css',
  host: { '(document:keydown)': 'onKey($event)', '[style.--list-top.px]': 'top()' },
})
export class CasesPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly store = inject(CasesStore);
  protected readonly ownViews = inject(OwnViews);
  protected readonly search = inject(SearchText);
  private readonly live = inject(LiveStore);
  private readonly session = inject(SessionStore);
  private readonly letters = inject(LetterKeys);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  private readonly table = viewChild(CaseTable);
  private readonly bar = viewChild(CaseFilterBar);
  private readonly appeal = viewChild.required(BulkAppeal);
  private readonly propose = viewChild.required(ProposeDialog);

  protected readonly top = signal(0);
  protected readonly slow = signal(false);
  /** On a phone the filters stand folded, so that rows are seen. */
  protected readonly unfolded = signal(false);
  protected readonly views = VIEWS;
  protected readonly selection = signal<Selection>(NOTHING_CHOSEN);
  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly filter = computed<CaseFilter>(() => {
    const map = this.query();
    return readFilter(Object.fromEntries(map.keys.map((key) => [key, map.get(key)])));
  });

  protected readonly ready = computed(() => this.store.state() === 'READY');
  protected readonly rows = computed(() =>
    arrange(this.store.rows(), this.filter(), this.search.text(), this.live.today(), this.words.district),
  );
  protected readonly counts = computed(() => countViews(this.store.rows(), this.live.today()));
  /** The part of the address that lays the list out anew. */
  protected readonly layout = computed(() => JSON.stringify([this.filter(), this.search.text()]));
  protected readonly filtered = computed(() => isFiltered(this.filter(), this.search.text()));
  protected readonly foundText = computed(() =>
    this.voice.say('compliance.found', {
      count: this.words.integer(this.rows().length),
      all: this.words.integer(this.store.rows().length),
    }),
  );
  /** To the minute, so that nothing is read out every second; stale where the line is lost. */
  protected readonly asOf = computed(() => {
    const at = this.store.asOf();
    if (at === null) return '';
    const time = formatTime(at, this.voice.locale());
    return this.voice.say(this.live.status() === 'LIVE' ? 'compliance.asOf' : 'compliance.asOfStale', { time });
  });
  protected readonly isStale = computed(() => this.live.status() !== 'LIVE' && this.live.status() !== 'LOADING');
  protected readonly roleWord = computed(() => {
    const role = this.session.membership()?.role;
    return role ? this.voice.word('role', role) : '';
  });
  protected readonly mayAppeal = computed(() => this.session.can('case.appeal'));
  protected readonly mayPropose = computed(() => this.session.can('handover.propose'));
  protected readonly mayLink = computed(() => this.session.can('task.edit'));
  protected readonly chosen = computed(() => [...this.selection().chosen]);
  protected readonly announce = signal('');

  constructor() {
    const measure = (): void => this.top.set(this.host.nativeElement.getBoundingClientRect().top + scrollY);
    afterNextRender(measure);
    addEventListener('resize', measure);
    const slow = setTimeout(() => this.slow.set(true), 8_000);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('resize', measure);
      clearTimeout(slow);
    });
    // Rows that are gone are not acted on.
    effect(() => {
      this.store.rows();
      untracked(() => this.selection.update((now) => stillThere(now, (id) => this.store.row(id) !== undefined)));
    });
    this.speakOfChanges();
  }

  protected viewText = (view: View): string => this.voice.say(`compliance.view${view}`);

  protected setView(view: View): void {
    this.setFilter({ view, status: null });
  }

  protected setFilter(part: Partial<CaseFilter>): void {
    void this.go(writeFilter({ ...this.filter(), ...part }));
  }

  protected setSort(sort: Sort): void {
    const down = sort === this.filter().sort ? !this.filter().down : false;
    this.setFilter({ sort, down });
  }

  protected clearFilter(): void {
    this.search.text.set('');
    const { view, sort, down } = this.filter();
    this.setFilter({ ...ALL_OPEN, view, sort, down });
  }

  protected saveView(name: string): void {
    const address = Object.entries(writeFilter(this.filter())).filter(
      (pair): pair is [string, string] => pair[1] !== null,
    );
    this.ownViews.save({ name, address: Object.fromEntries(address) });
  }

  protected takeView({ address }: OwnView): void {
    void this.go({ ...writeFilter(ALL_OPEN), ...address });
  }

  protected act({ case: id, action }: { case: number; action: RowAction }): void {
    switch (action) {
      case 'open':
        return this.open(id);
      case 'next':
        return this.open(id, { buka: 'langkah' });
      case 'proof':
        return this.open(id, { buka: 'bukti' });
      case 'handover':
        return this.proposeFor([id]);
      case 'select':
        return;
    }
  }

  protected appealTo(cases: readonly number[]): void {
    this.appeal().ask(cases.flatMap((id) => this.store.row(id) ?? []));
  }

  protected proposeFor(cases: readonly number[]): void {
    if (!this.mayPropose()) return;
    const chosen = this.selection().chosen;
    const all = cases.some((id) => chosen.has(id)) ? [...chosen] : cases;
    this.propose().ask(all.flatMap((id) => this.store.row(id) ?? []));
  }

  protected done(cases: readonly number[]): void {
    this.table()?.follow();
    this.store.refetch(cases);
  }

  protected unselect(): void {
    this.selection.set(NOTHING_CHOSEN);
    this.table()?.focusRow();
  }

  protected onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, dialog')) return;
    if (event.key === 'Escape' && this.selection().chosen.size > 0) return this.unselect();
    if (!this.letters.on() || event.defaultPrevented) return;
    if (event.key === '/') {
      event.preventDefault();
      this.bar()?.focusSearch();
    } else if (event.key === 'j' || event.key === 'k') {
      event.preventDefault();
      this.table()?.focusRow();
    }
  }

  private open(id: number, queryParams: Readonly<Record<string, string>> = {}): void {
    void this.router.navigate(['/kepatuhan/kasus', id], { queryParams });
  }

  /** One sentence for many changes: a screen reader is not to be talked over. */
  private speakOfChanges(): void {
    let unspoken = 0;
    effect(() => (unspoken += this.store.fresh().length));
    const speak = setInterval(() => {
      if (unspoken === 0) return;
      this.announce.set(this.voice.say('compliance.spokenChanges', { count: unspoken }));
      unspoken = 0;
    }, 10_000);
    inject(DestroyRef).onDestroy(() => clearInterval(speak));
  }

  private go(queryParams: Readonly<Record<string, string | null>>): Promise<boolean> {
    return this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }
}
