import { Component, computed, input } from '@angular/core';
import type { Measure } from '@papan/domain';
import type { AreaRow } from '../model/areas';
import { shortName } from '../model/tiles';
import { AreaMap } from './area-map';
import { MapLegend } from './legend';

/** One square for each district, roughly where it lies; the colour is how many people are missing. */
@Component({
  selector: 'pp-tile-map',
  imports: [MapLegend],
  template: `
    <div class="tiles" role="group" [attr.aria-label]="label()" [style.--columns]="columns()">
      @for (tile of tiles(); track tile.row.area) {
        <button
          type="button"
          class="tile"
          [class]="tile.fill"
          [style.grid-column]="tile.column"
          [style.grid-row]="tile.line"
          [attr.data-area]="tile.row.area"
          [attr.aria-label]="tile.spoken"
          [attr.aria-pressed]="tile.row.area === chosen()"
          [tabindex]="tile.row.area === stop() ? 0 : -1"
          (click)="pick.emit(tile.row.area)"
          (focus)="hear(tile.row.area)"
          (pointerenter)="hear(tile.row.area)"
          (keydown)="onKey($event, tile.row.area)"
        >
          <span class="name long">{{ tile.row.name }}</span>
          <span class="name short">{{ tile.short }}</span>
          <span class="people">{{ tile.people }}</span>
        </button>
      }
    </div>
    <p class="readout" aria-hidden="true">{{ readout() }}</p>
    <pp-map-legend [classes]="classes()" [unknown]="unknown()" />
  `,
  styleUrl: './map.css',
})
export class TileMap extends AreaMap {
  readonly measure = input.required<Measure>();

  protected readonly columns = computed(() => 1 + Math.max(0, ...[...this.cells().values()].map(([column]) => column)));
  protected readonly tiles = computed(() =>
    this.rows().map((row) => {
      const [column, line] = this.cells().get(row.area) ?? [0, 0];
      return {
        row,
        column: column + 1,
        line: line + 1,
        fill: this.classOfRow(row),
        short: shortName(row.name, 3),
        people: row.missing === null ? '–' : this.words.people(row.missing),
        spoken: this.spoken(row),
      };
    }),
  );

  protected override shareOf(row: AreaRow): number {
    return (this.measure() === 'registered' ? row.registeredPercent : row.activePercent) ?? 0;
  }
}
