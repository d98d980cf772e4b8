import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Say, Submission } from '@papan/board-platform';
import type { DoubtfulLine, DoubleView, ImportView } from '@papan/contracts';
import { DoublePair } from '../employers/double-pair';
import { EmployerWords } from '../employers/employer-words';
import { EmployersApi } from '../employers/employers-api';
import { CaseProblem } from '../forms/submission-problem';

/** Lines that resemble employers of the register: the same, or not. Nothing is decided for anybody. */
@Component({
  selector: 'pp-doubtful-lines',
  imports: [CaseProblem, DoublePair],
  template: `
    <p class="small">{{ voice.say('employers.doubtfulLead') }}</p>
    <p class="sr-only" role="status">{{ told() }}</p>
    <pp-case-problem [submission]="submission" />
    <ol class="stack">
      @for (line of lines(); track line.line) {
        <li class="line">
          <h3>{{ voice.say('employers.lineNamed', { line: line.line, name: line.row.name }) }}</h3>
          @if (line.verdict !== 'OPEN') {
            <p class="chosen">
              {{ said(line) }}
              <button type="button" class="button quiet" (click)="decide(line, 'OPEN', null)">
                {{ voice.say('employers.undo') }}
              </button>
            </p>
          } @else {
            @for (double of line.doubles; track double.employer.id) {
              <pp-double-pair
                [one]="line.row"
                [other]="double.employer"
                [oneLabel]="voice.say('employers.inList')"
                [otherLabel]="voice.say('employers.inRegister', { employer: double.employer.id })"
                [reason]="double.reason"
                [percent]="double.percent"
              >
                <button type="button" class="button" (click)="decide(line, 'SAME', double)">
                  {{ voice.say('employers.same') }}
                </button>
                @if ($last) {
                  <button type="button" class="button" (click)="decide(line, 'DIFFERENT', null)">
                    {{
                      line.doubles.length > 1 ? voice.say('employers.noneOfThese') : voice.say('employers.different')
                    }}
                  </button>
                }
              </pp-double-pair>
            }
          }
        </li>
      }
    </ol>
  `,
  styles: `
    :host,
    .line {
      display: grid;
      gap: var(--s3);
    }
    .line + .line {
      padding-block-start: var(--s3);
      border-block-start: 1px solid var(--hair);
    }
    .chosen {
      font-weight: 600;
    }
  `,
})
export class DoubtfulLines {
  readonly view = input.required<ImportView>();
  readonly decided = output<ImportView>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  protected readonly submission = new Submission();
  protected readonly told = signal('');
  private readonly api = inject(EmployersApi);

  protected readonly lines = computed<readonly DoubtfulLine[]>(() => this.view().preview?.doubtful ?? []);

  protected said({ verdict, employer }: DoubtfulLine): string {
    return verdict === 'SAME'
      ? this.voice.say('employers.decidedSame', { employer: employer ?? 0 })
      : this.voice.say('employers.decidedDifferent');
  }

  protected async decide(
    { line }: DoubtfulLine,
    verdict: DoubtfulLine['verdict'],
    double: DoubleView | null,
  ): Promise<void> {
    const decision = { line, verdict, employer: double?.employer.id ?? null };
    const view = await this.submission.send({ decisions: [decision] }, (body) => this.api.decide(this.view().id, body));
    if (!view) return;
    this.told.set(this.voice.say('employers.decided', { line }));
    this.decided.emit(view);
  }
}
