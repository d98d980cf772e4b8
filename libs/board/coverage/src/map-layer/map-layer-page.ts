import { Component, computed, inject, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Directory, Drafts, Say, Submission, problemOf } from '@papan/board-platform';
import { EmptyState, ErrorState, FILE_STEPS_STYLES, Skeleton, TextField } from '@papan/board-ui';
import { MAP_MEGABYTES } from '@papan/contracts';
import type { MapLayerCheck, MapShapes, Problem } from '@papan/contracts';
import { formatBytes, formatInteger, formatList, formatMoment, refuse } from '@papan/domain';
import type { Refusal } from '@papan/domain';
import { CoverageRooms } from '../rooms/coverage-rooms';
import { FigureProblem } from '../rooms/submission-problem';
import { LayerDrawing } from './layer-drawing';
import { MapLayerApi } from './map-layer-api';

/** Where an administrator puts up the shapes of the districts, sees what was made of them, and takes them down. */
@Component({
  selector: 'pp-map-layer-page',
  imports: [CoverageRooms, EmptyState, ErrorState, FigureProblem, LayerDrawing, Skeleton, TextField],
  templateUrl: './map-layer-page.html',
  styles: FILE_STEPS_STYLES,
  styleUrl: './map-layer-page.css',
})
export class MapLayerPage {
  protected readonly voice = inject(Say);
  protected readonly submission = new Submission();
  protected readonly withdrawal = new Submission();
  private readonly api = inject(MapLayerApi);
  private readonly directory = inject(Directory);
  protected readonly draft = inject(Drafts).of('map-layer');
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('file');

  private readonly file = signal<File | null>(null);
  protected readonly shapes = signal<MapShapes | 'NONE' | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly check = signal<MapLayerCheck | null>(null);
  protected readonly news = signal('');
  protected readonly hint = computed(() => this.voice.say('figures.mapFileHint', { limit: MAP_MEGABYTES }));
  protected readonly sourceError = computed(() => {
    const no = this.submission.no();
    return no !== null && this.submission.field() === 'source' ? this.voice.refusal(no).title : '';
  });

  protected readonly names = computed(() => new Map(this.directory.areas().map(({ code, name }) => [code, name])));
  protected readonly layer = computed(() => {
    const shapes = this.shapes();
    if (shapes === null || shapes === 'NONE') return null;
    const { number, areas, source, publishedAt } = shapes.layer;
    return {
      shapes,
      facts: this.voice.say('figures.mapFacts', { number, areas, at: formatMoment(publishedAt, this.voice.locale()) }),
      source: this.voice.say('figures.mapIndicative', { source }),
      label: this.voice.say('figures.mapPicture', { count: areas }),
      areas: formatList(
        shapes.shapes.map(({ area }) => this.nameOf(area)),
        this.voice.locale(),
      ),
    };
  });
  protected readonly checked = computed(() => {
    const check = this.check();
    if (check === null) return null;
    const { number, areas, bytes, missing } = check;
    const locale = this.voice.locale();
    return {
      sentence: this.voice.say('figures.mapChecked', {
        number,
        areas: formatInteger(areas, locale),
        size: formatBytes(bytes, locale),
      }),
      missing:
        missing.length === 0
          ? this.voice.say('figures.mapComplete')
          : this.voice.say('figures.mapMissing', {
              areas: formatList(
                missing.map((one) => this.nameOf(one)),
                locale,
              ),
            }),
    };
  });

  constructor() {
    void this.load();
  }

  protected take(): void {
    this.file.set(this.input().nativeElement.files?.[0] ?? null);
    this.submission.reset();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [file, source] = [this.file(), this.draft.get('source').trim()];
    this.check.set(null);
    const no = problemIn(file, source);
    if (file === null || no) {
      this.submission.refuse(no ?? refuse('MAP_FILE_MISSING', {}));
      return;
    }
    const about = { source, name: file.name, size: file.size, changed: file.lastModified };
    const check = await this.submission.send(about, (_, command) => this.api.publish(file, source, command));
    if (!check) return;
    this.draft.clear();
    this.check.set(check);
    this.news.set('');
    await this.load();
  }

  protected async withdraw(): Promise<void> {
    const layer = this.layer();
    if (!layer) return;
    const done = await this.withdrawal.send({ layer: layer.shapes.layer.number }, async (_, command) => {
      const result = await this.api.withdraw(command);
      return result.ok ? { ok: true, value: true as const } : result;
    });
    if (!done) return;
    this.check.set(null);
    this.news.set(this.voice.say('figures.mapWithdrawn'));
    await this.load();
  }

  protected async load(): Promise<void> {
    const result = await this.api.current();
    if (result.ok) this.shapes.set(result.value ?? 'NONE');
    this.problem.set(result.ok ? null : (problemOf(result) ?? 'UNREACHABLE'));
  }

  private nameOf = (area: string): string => this.names().get(area) ?? area;
}

/** What the server would say too, said before so many bytes travel. */
function problemIn(file: File | null, source: string): Refusal | undefined {
  if (file === null) return undefined;
  if (source === '') return refuse('TEXT_EMPTY', { field: 'source' });
  return file.size > MAP_MEGABYTES * 1024 * 1024 ? refuse('MAP_TOO_LARGE', { limit: MAP_MEGABYTES }) : undefined;
}
