import { Component, ElementRef, computed, inject, input, signal } from '@angular/core';
import { neighbour } from '@papan/domain';
import type { TileGrid, TileMove } from '@papan/domain';
import type { TileClass } from './tile-class';

/** What a tile says. */
export interface TileFace {
  readonly kind: TileClass;
  /** The whole sentence, for the ear and the line below the grid. */
  readonly spoken: string;
}

const MOVES: Readonly<Record<string, TileMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * Regions as tiles of one size. One tile is in the order of Tab; arrow keys walk to the nearest one. Each class has a
 * pattern and a number of its own, so that it is read without colour.
 */
@Component({
  selector: 'pp-region-tiles',
  template: `
    <div
      class="grid"
      role="group"
      [attr.aria-label]="label()"
      [style.--columns]="grid().columns"
      (keydown)="walk($event)"
    >
      @for (tile of tiles(); track tile.code) {
        <button
          type="button"
          class="tile"
          [style.grid-column]="tile.column + 1"
          [style.grid-row]="tile.row + 1"
          [attr.data-tile]="tile.code"
          [attr.data-class]="tile.kind"
          [attr.tabindex]="tile.code === entered() ? 0 : -1"
          (focus)="at.set(tile.code)"
          (mouseenter)="at.set(tile.code)"
        >
          <span class="sr-only">{{ tile.spoken }}</span>
          <span class="name" aria-hidden="true">{{ tile.short }}</span>
          <span class="number" aria-hidden="true">{{ tile.sign }}</span>
        </button>
      }
    </div>
    <p class="small spoken" aria-hidden="true">{{ sentence() || hint() }}</p>
  `,
  styleUrls: ['./region-tiles.css', './tile-class.css'],
})
export class RegionTiles {
  readonly grid = input.required<TileGrid>();
  readonly faces = input.required<ReadonlyMap<string, TileFace>>();
  readonly label = input.required<string>();
  readonly hint = input('');

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly at = signal<string | null>(null);
  protected readonly entered = computed(() => this.at() ?? this.tiles()[0]?.code);
  protected readonly sentence = computed(() => this.faces().get(this.at() ?? '')?.spoken ?? '');
  protected readonly tiles = computed(() =>
    this.grid()
      .tiles.map((tile) => {
        const { kind, spoken } = this.faces().get(tile.code) ?? { kind: 'None', spoken: tile.name };
        return { ...tile, kind, spoken, short: shortOf(tile.name), sign: kind === 'None' ? '–' : String(kind) };
      })
      // In the order of reading: line by line from the north-west.
      .sort((a, b) => a.row - b.row || a.column - b.column),
  );

  protected walk(event: KeyboardEvent): void {
    const [move, from] = [MOVES[event.key], this.entered()];
    if (!move || from === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = neighbour(this.grid(), from, move);
    if (next) this.host.querySelector<HTMLElement>(`[data-tile="${next.code}"]`)?.focus();
  }
}

/** A regency goes by its name; the city of the same name says that it is one. */
function shortOf(name: string): string {
  return name.replace(/^Kabupaten /, '');
}
