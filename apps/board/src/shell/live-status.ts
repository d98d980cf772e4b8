import { Component, computed, inject, input } from '@angular/core';
import { LiveStore, Say } from '@papan/board-platform';
import { LiveBadge } from '@papan/board-ui';
import { formatMoment, formatTimeWithSeconds } from '@papan/domain';

/** How fresh the figures on the screen are. */
@Component({
  selector: 'pp-live-status',
  imports: [LiveBadge],
  template: `<pp-live-badge [live]="status() === 'LIVE'" [text]="text()" [attr.title]="hint()" />`,
})
export class LiveStatusBadge {
  /** Only the state, without the time, while all is well. */
  readonly short = input(false);
  private readonly live = inject(LiveStore);
  private readonly say = inject(Say).say;
  private readonly locale = inject(Say).locale;
  protected readonly status = this.live.status;

  private readonly age = computed(() => {
    const asOf = this.live.asOf();
    return asOf === null ? '' : formatTimeWithSeconds(asOf, this.locale());
  });

  /** To the minute: the badge must not change, and be read out, every second. */
  private readonly minute = computed(() => {
    const asOf = this.live.asOf();
    return asOf === null ? '' : formatMoment(asOf, this.locale());
  });

  protected readonly text = computed(() => {
    switch (this.status()) {
      case 'LOADING':
        return this.say('live.connecting');
      case 'LIVE':
        return this.short() ? this.say('live.connectedShort') : this.say('live.connected', { time: this.minute() });
      case 'RECONNECTING':
        return this.say('live.reconnecting');
      case 'STALE':
        return this.say('live.stale', { time: this.age() });
      case 'ENDED':
      case 'FORBIDDEN':
        return this.say('live.ended');
      case 'OUTDATED':
        return this.say('live.outdated');
    }
  });

  protected readonly hint = computed(() =>
    this.status() === 'STALE' ? this.say('live.explainStale', { time: this.age() }) : null,
  );
}
