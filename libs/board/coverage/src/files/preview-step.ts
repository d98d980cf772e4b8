import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Say, Submission } from '@papan/board-platform';
import { FILE_STEPS_STYLES } from '@papan/board-ui';
import type { FigureFileView, FigurePreview } from '@papan/contracts';
import type { FigureCheck } from '@papan/domain';
import { FigureProblem } from '../rooms/submission-problem';
import { FigureFilesApi } from './figure-files-api';
import { FigureWords } from './figure-words';

/** The third step: what would become of the file, and what is odd about it; then it is loaded in one go. */
@Component({
  selector: 'pp-figures-preview',
  imports: [FigureProblem],
  templateUrl: './preview-step.html',
  styles: FILE_STEPS_STYLES,
  styleUrls: ['./files.css', './step.css'],
})
export class PreviewStep {
  readonly view = input.required<FigureFileView>();
  readonly changed = output<FigureFileView>();
  readonly back = output();
  readonly applied = output();

  protected readonly voice = inject(Say);
  protected readonly words = inject(FigureWords);
  protected readonly submission = new Submission();
  protected readonly again = new Submission();
  protected readonly api = inject(FigureFilesApi);

  protected readonly read = signal(false);
  /** The button was pressed while something still stood against it. */
  protected readonly pressed = signal(false);
  protected readonly preview = computed(() => this.view().preview);
  protected readonly stops = computed(() => this.checks('STOP'));
  protected readonly warnings = computed(() => this.checks('WARN'));
  /** Other figures were loaded since: the file has to be checked again. */
  protected readonly stale = computed(() => this.submission.no()?.code === 'IMPORT_STALE');
  protected readonly sums = computed(() => {
    const found = this.preview();
    return found ? this.sumsOf(found) : [];
  });
  protected readonly districts = computed(() =>
    (this.preview()?.districts ?? []).map(({ area, name, now, before }) => ({
      area,
      name,
      now: this.words.integer(now),
      before: this.words.integer(before),
      change: before === null ? '' : this.words.signed(now - before),
    })),
  );
  /** Why it cannot be loaded yet; empty where it can. */
  protected readonly against = computed(() => {
    if (this.stops().length > 0) return this.voice.say('figures.stopped', { count: this.stops().length });
    return this.warnings().length > 0 && !this.read() ? this.voice.say('figures.readFirst') : '';
  });

  protected async apply(): Promise<void> {
    this.pressed.set(true);
    if (this.against() !== '') return;
    const body = { despite: this.warnings().length > 0 };
    const accepted = await this.submission.send({ file: this.view().id, ...body }, ({ file }, command) =>
      this.api.apply(file, body, command),
    );
    if (accepted) this.applied.emit();
  }

  protected async checkAgain(): Promise<void> {
    const { id, mapping, told } = this.view();
    if (!told) return;
    const view = await this.again.send({ ...told, mapping, profile: null }, (body) => this.api.map(id, body));
    if (!view) return;
    this.submission.reset();
    this.pressed.set(false);
    this.read.set(false);
    this.changed.emit(view);
  }

  private checks(weight: FigureCheck['weight']) {
    return (this.preview()?.checks ?? [])
      .filter((check) => check.weight === weight)
      .map((check) => ({ code: check.code, sentence: this.words.check(check) }));
  }

  private sumsOf({ registered, active, population, cells }: FigurePreview) {
    const of = (people: number | null): string => {
      const percent = this.words.share(people, population);
      if (percent === '') return '';
      return this.voice.say('figures.ofPopulation', { percent, population: this.words.integer(population) });
    };
    return [
      { term: this.voice.word('measure', 'registered'), people: registered, share: of(registered) },
      { term: this.voice.word('measure', 'active'), people: active, share: of(active) },
      { term: this.voice.say('figures.population'), people: population, share: '' },
      { term: this.voice.say('figures.cells'), people: cells, share: '' },
    ]
      .filter(({ people }) => people !== null)
      .map((one) => ({ ...one, people: this.words.integer(one.people) }));
  }
}
