import { Directive, ElementRef, computed, inject, input, output, signal } from '@angular/core';
import { neighbour } from '@papan/domain';
import type { IsoDate, TileMove } from '@papan/domain';
import { placeOf } from '../model/areas';
import type { AreaRow } from '../model/areas';
import { classOf, classesOf, tilesOf } from '../model/tiles';
import { CoverageWords } from '../state/coverage-words';

const ARROWS: Readonly<Record<string, TileMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What both maps have in common: classes in people, one tab stop, arrows that walk as the areas lie, a spoken label. */
@Directive()
export abstract class AreaMap {
  readonly rows = input.required<readonly AreaRow[]>();
  readonly chosen = input<string | null>(null);
  readonly asOf = input.required<IsoDate>();
  readonly measureText = input.required<string>();
  readonly label = input.required<string>();
  readonly pick = output<string>();

  protected readonly words = inject(CoverageWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly classes = computed(() => classesOf(this.rows().map(({ missing }) => missing)));
  protected readonly unknown = computed(() => this.rows().filter(({ missing }) => missing === null).length);
  private readonly codes = computed(() => this.rows().map(({ area }) => area));
  protected readonly grid = computed(() => tilesOf(this.rows()));
  private readonly stopAt = signal<string | null>(null);
  /** The one area that Tab reaches. */
  protected readonly stop = computed(() => {
    const known = this.codes();
    return [this.stopAt(), this.chosen(), [...known].sort()[0]].find(
      (code) => typeof code === 'string' && known.includes(code),
    );
  });
  private readonly heard = signal<string | null>(null);
  protected readonly readout = computed(() => {
    const row = this.rows().find(({ area }) => area === this.heard());
    return row ? this.spoken(row) : this.words.say('coverage.readMapHint');
  });

  protected classOfRow(row: AreaRow): string {
    return `class-${classOf(row.missing, this.classes()) ?? 'none'}`;
  }

  /** "Wlingi, kurang 812 jiwa, 96,10% terdaftar, urutan 5 dari 22, per 1 Oktober 2026". */
  protected spoken(row: AreaRow): string {
    const { say, people, percent, day } = this.words;
    const share = row.registeredPercent === null && row.activePercent === null;
    if (row.missing === null || share) return say('coverage.areaUnknown', { name: row.name, date: day(this.asOf()) });
    return say('coverage.areaSpoken', {
      name: row.name,
      people: people(row.missing),
      percent: percent(this.shareOf(row)),
      measure: this.measureText().toLowerCase(),
      place: placeOf(this.rows(), row) ?? 0,
      areas: this.rows().length,
      date: day(this.asOf()),
    });
  }

  protected abstract shareOf(row: AreaRow): number;

  protected hear(area: string | null): void {
    this.heard.set(area);
    if (area !== null) this.stopAt.set(area);
  }

  protected onKey(event: KeyboardEvent, from: string): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const sorted = [...this.codes()].sort();
    const move = ARROWS[event.key];
    const to = move
      ? (neighbour(this.grid(), from, move)?.code ?? from)
      : { Home: sorted[0], End: sorted.at(-1) }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.hear(to);
    this.host.querySelector<HTMLElement>(`[data-area="${to}"]`)?.focus();
  }
}
