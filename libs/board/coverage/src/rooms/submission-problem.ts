import { Component, computed, inject, input } from '@angular/core';
import { Say } from '@papan/board-platform';
import type { Submission } from '@papan/board-platform';
import { ProblemBox } from '@papan/board-ui';
import type { SpokenProblem } from '@papan/board-ui';

/** Why a form was not taken, in words, beside its button; also where no answer came at all. */
@Component({
  selector: 'pp-figure-problem',
  imports: [ProblemBox],
  template: `
    @if (spoken(); as problem) {
      <pp-problem-box [problem]="problem" [codeLabel]="voice.say('figures.code')" />
    }
  `,
})
export class FigureProblem {
  readonly submission = input.required<Submission>();
  protected readonly voice = inject(Say);

  protected readonly spoken = computed<SpokenProblem | null>(() => {
    const submission = this.submission();
    const no = submission.no();
    if (no) return { ...this.voice.refusal(no), trace: 'trace' in no ? no.trace : '' };
    return submission.unreachable() ? this.voice.unreachable() : null;
  });
}
