import { Component, computed, inject, input, output } from '@angular/core';
import { Say, Submission } from '@papan/board-platform';
import { FILE_STEPS_STYLES } from '@papan/board-ui';
import type { ChangedLine, ImportView, InvalidLine } from '@papan/contracts';
import { EmployerWords } from '../employers/employer-words';
import { EmployersApi } from '../employers/employers-api';
import { CaseProblem } from '../forms/submission-problem';
import { DoubtfulLines } from './doubtful-lines';
import { ImportCounts } from './import-counts';

/** The third step: what would become of the list, line by line where it matters; then it is loaded in one go. */
@Component({
  selector: 'pp-preview-step',
  imports: [CaseProblem, DoubtfulLines, ImportCounts],
  templateUrl: './preview-step.html',
  styles: FILE_STEPS_STYLES,
  styleUrls: ['./import.css', './step.css'],
})
export class PreviewStep {
  readonly view = input.required<ImportView>();
  readonly changed = output<ImportView>();
  readonly back = output();
  readonly applied = output();

  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  protected readonly submission = new Submission();
  protected readonly again = new Submission();
  protected readonly api = inject(EmployersApi);

  protected readonly preview = computed(() => this.view().preview);
  /** Somebody changed something since: the list has to be checked again. */
  protected readonly stale = computed(() => this.submission.no()?.code === 'IMPORT_STALE');

  protected problems({ problems }: InvalidLine): readonly string[] {
    return problems.map(({ code, params }) => {
      const { title, detail, mend } = this.voice.refusal({ code, params });
      return `${title}. ${detail} ${mend}`;
    });
  }

  protected changes({ fields }: ChangedLine): string {
    return fields
      .map(({ field, from, to }) =>
        this.voice.say('employers.fromTo', {
          field: this.words.field(field),
          from: this.words.value(field, from) || '–',
          to: this.words.value(field, to) || '–',
        }),
      )
      .join('; ');
  }

  protected async apply(): Promise<void> {
    const accepted = await this.submission.send({ import: this.view().id }, (sent, command) =>
      this.api.apply(sent.import, command),
    );
    if (accepted) this.applied.emit();
  }

  protected async checkAgain(): Promise<void> {
    const { id, mapping, violation } = this.view();
    const view = await this.again.send({ mapping, violation, profile: null }, (body) => this.api.map(id, body));
    if (!view) return;
    this.submission.reset();
    this.changed.emit(view);
  }
}
