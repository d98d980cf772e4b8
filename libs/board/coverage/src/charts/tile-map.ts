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
    <div class="tiles" role="group" [attr.aria-label]="label()" [style.--columns]="grid().columns">
      @for (tile of tiles(); track tile.row.area) {
        <button
          type="button"
          [class]="'tile ' + tile.fill"
          [style.grid-column]="tile.column"
          [style.grid-row]="tile.line"
          [attr.data-area]="tile.row.area"
          [attr.aria-pressed]="tile.row.area === chosen()"
          [tabindex]="tile.row.area === stop() ? 0 : -1"
          (click)="pick.emit(tile.row.area)"
          (focus)="hear(tile.row.area)"
          (pointerenter)="hear(tile.row.area)"
          (keydown)="onKey($event, tile.row.area)"
        >
          <span class="sr-only">{{ tile.spoken }}</span>
          <span class="name long" aria-hidden="true">{{ tile.row.name }}</span>
          <span class="name short" aria-hidden="true">{{ tile.short }}</span>
          <span class="people long" aria-hidden="true">{{ tile.people }}</span>
          <span class="people short" aria-hidden="true">{{ tile.about }}</span>
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

  protected readonly tiles = computed(() => {
    const rows = new Map(this.rows().map((row) => [row.area, row]));
    return this.grid().tiles.flatMap((tile) => {
      const row = rows.get(tile.code);
      if (!row) return [];
      const one = {
        row,
        column: tile.column + 1,
        line: tile.row + 1,
        fill: this.classOfRow(row),
        short: shortName(row.name, 3),
        people: row.missing === null ? '–' : this.words.people(row.missing),
        about: row.missing === null ? '–' : this.words.about(row.missing),
        spoken: this.spoken(row),
      };
      return [one];
    });
  });

  protected override shareOf(row: AreaRow): number {
    return (this.measure() === 'registered' ? row.registeredPercent : row.activePercent) ?? 0;
  }
}
