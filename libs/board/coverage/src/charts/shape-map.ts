import { Component, computed, input } from '@angular/core';
import type { MapShapes } from '@papan/contracts';
import type { Measure } from '@papan/domain';
import type { AreaRow } from '../model/areas';
import { AreaMap } from './area-map';
import { MapLegend } from './legend';
import { shapeLabel, shapePath } from './shapes';

/** The shapes of an uploaded layer, with the same classes, keys and labels as the squares. */
@Component({
  selector: 'pp-shape-map',
  imports: [MapLegend],
  template: `
    <svg role="group" [attr.aria-label]="label()" [attr.viewBox]="'0 0 ' + shapes().width + ' ' + shapes().height">
      @for (one of drawn(); track one.row.area) {
        <path
          role="button"
          [attr.class]="'shape ' + one.fill"
          [class.chosen]="one.row.area === chosen()"
          fill-rule="evenodd"
          [attr.d]="one.path"
          [attr.data-area]="one.row.area"
          [attr.aria-label]="one.spoken"
          [attr.aria-pressed]="one.row.area === chosen()"
          [attr.tabindex]="one.row.area === stop() ? 0 : -1"
          (click)="pick.emit(one.row.area)"
          (focus)="hear(one.row.area)"
          (pointerenter)="hear(one.row.area)"
          (keydown)="act($event, one.row.area)"
        />
      }
      @for (one of drawn(); track one.row.area) {
        <text
          aria-hidden="true"
          [attr.class]="'on-' + one.fill"
          [attr.x]="one.at[0]"
          [attr.y]="one.at[1]"
          [attr.font-size]="letter()"
        >
          {{ one.row.name }}
        </text>
        <text
          aria-hidden="true"
          [attr.class]="'strong on-' + one.fill"
          [attr.x]="one.at[0]"
          [attr.y]="one.at[1] + letter() * 1.1"
          [attr.font-size]="letter()"
        >
          {{ one.people }}
        </text>
      }
    </svg>
    <p class="readout" aria-hidden="true">{{ readout() }}</p>
    <pp-map-legend [classes]="classes()" [unknown]="unknown()" />
    <p class="small muted">{{ words.say('coverage.layerSource', { source: shapes().layer.source }) }}</p>
  `,
  styleUrls: ['./map.css', './shape-map.css'],
})
export class ShapeMap extends AreaMap {
  readonly shapes = input.required<MapShapes>();
  readonly measure = input.required<Measure>();

  /** In the units of the drawing. */
  protected readonly letter = computed(() => this.shapes().width / 62);
  protected readonly drawn = computed(() => {
    const rows = new Map(this.rows().map((row) => [row.area, row]));
    return this.shapes().shapes.flatMap((shape) => {
      const row = rows.get(shape.area);
      if (!row) return [];
      return [
        {
          row,
          path: shapePath(shape),
          at: shapeLabel(shape),
          fill: this.classOfRow(row),
          people: row.missing === null ? '–' : this.words.people(row.missing),
          spoken: this.spoken(row),
        },
      ];
    });
  });

  protected override shareOf(row: AreaRow): number {
    return (this.measure() === 'registered' ? row.registeredPercent : row.activePercent) ?? 0;
  }

  protected act(event: KeyboardEvent, area: string): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.pick.emit(area);
    } else this.onKey(event, area);
  }
}
