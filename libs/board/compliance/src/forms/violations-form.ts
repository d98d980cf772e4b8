import { Component, computed } from '@angular/core';
import { TextField } from '@papan/board-ui';
import { VIOLATIONS, refuse, standingViolations } from '@papan/domain';
import { CaseForm } from './case-form';
import { FormFoot } from './form-foot';
import { ViolationBoxes } from './violation-boxes';

/** Which violations stand now, according to the data. */
@Component({
  selector: 'pp-violations-form',
  imports: [FormFoot, TextField, ViolationBoxes],
  template: `
    <form class="stack" (submit)="send($event)">
      <pp-violation-boxes
        [label]="voice.say('compliance.violationsNow')"
        [chosen]="marked('violations', standing())"
        [error]="error('violations')"
        (ticked)="mark('violations', $event.violation, $event.on, standing())"
      />
      <pp-text-field
        kind="date"
        [label]="voice.say('compliance.since')"
        [max]="today()"
        [hint]="words.readBack(get('on', today()))"
        [value]="get('on', today())"
        [error]="error('on')"
        (valueChange)="set('on', $event)"
      />
      <pp-text-field
        kind="lines"
        [label]="voice.say('compliance.note')"
        [value]="get('note')"
        [error]="error('note')"
        (valueChange)="set('note', $event)"
      />
      <pp-form-foot
        [submission]="submission"
        [label]="voice.say('compliance.saveViolations')"
        [dirty]="draft().dirty()"
        (cancelled)="give()"
      />
    </form>
  `,
  styleUrl: './forms.css',
})
export class ViolationsForm extends CaseForm {
  protected readonly form = (): string => 'violations';
  protected readonly standing = computed(() => standingViolations(this.theCase()));

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const marked = this.marked('violations', this.standing());
    const violations = VIOLATIONS.filter((one) => marked.includes(one));
    if (this.stops(violations.length === 0 ? refuse('TEXT_EMPTY', { field: 'violations' }) : true)) return;
    const body = { violations, on: this.get('on', this.today()), note: this.get('note') };
    const accepted = await this.submission.send(body, (sent, command) =>
      this.api.setViolations(this.theCase().id, sent, command),
    );
    if (accepted) this.finish();
  }
}
