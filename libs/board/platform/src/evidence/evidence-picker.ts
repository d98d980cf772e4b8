import { Component, booleanAttribute, computed, effect, inject, input, model, signal } from '@angular/core';
import type { EvidenceStored } from '@papan/contracts';
import { EVIDENCE_ALLOWED, EVIDENCE_KINDS, EVIDENCE_LIMIT_MB, EVIDENCE_TYPES, formatBytes } from '@papan/domain';
import { Say } from '../i18n/say';
import { EvidenceClient } from './evidence-client';
import type { Upload } from './upload';

let made = 0;

/** Endings and media types: desks look at the one, phones at the other. */
const ACCEPT = EVIDENCE_KINDS.flatMap((kind) => [
  ...EVIDENCE_TYPES[kind].endings.map((ending) => `.${ending}`),
  EVIDENCE_TYPES[kind].mime,
]).join(',');

/** Of several files chosen together; the server takes four of one session at once. */
const AT_ONCE = 3;

/**
 * Chooses files by button, camera or dropping, sends each at once, and says of each how far it is, why it is refused, or that
 * it is stored. What is stored stands in `picked`, where the owner may also put what a draft has kept; it belongs to nothing
 * until the owner's form is sent.
 */
@Component({
  selector: 'pp-evidence-picker',
  templateUrl: './evidence-picker.html',
  styleUrl: './evidence-picker.css',
})
export class EvidencePicker {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input('');
  readonly required = input(false, { transform: booleanAttribute });
  /** Several files; else a new one takes the place of the last. */
  readonly multiple = input(false, { transform: booleanAttribute });
  readonly picked = model<readonly EvidenceStored[]>([]);
  /** A file is still on its way. */
  readonly busy = model(false);

  protected readonly voice = inject(Say);
  private readonly client = inject(EvidenceClient);
  protected readonly id = `e${++made}`;
  protected readonly accept = ACCEPT;
  protected readonly over = signal(false);
  protected readonly ready = signal(false);
  /** What is on its way, refused, cancelled or without an answer. */
  protected readonly uploads = signal<readonly Upload[]>([]);
  /** For those who hear the page. */
  protected readonly said = signal('');
  protected readonly taken = computed(() =>
    this.voice.say('evidence.taken', { kinds: EVIDENCE_ALLOWED, limit: EVIDENCE_LIMIT_MB }),
  );
  protected readonly described = computed(() => `${this.id}-hint${this.error() ? ` ${this.id}-error` : ''}`);

  constructor() {
    void this.voice.learn('evidence').then(() => this.ready.set(true));
    effect(() => this.busy.set(this.uploads().some((upload) => upload.busy())));
  }

  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.send([...(event.dataTransfer?.files ?? [])]);
  }

  /** Emptied afterwards: the same file chosen again is a change again. */
  protected pick(control: HTMLInputElement): void {
    this.send([...(control.files ?? [])]);
    control.value = '';
  }

  protected again(upload: Upload): void {
    upload.retry();
    void this.follow(upload);
  }

  protected forget(upload: Upload): void {
    this.uploads.update((all) => all.filter((one) => one !== upload));
  }

  protected leave(file: EvidenceStored): void {
    this.picked.update((all) => all.filter((one) => one !== file));
  }

  protected line(upload: Upload): string {
    const { name } = upload;
    switch (upload.state()) {
      case 'PREPARING':
        return this.voice.say('evidence.preparing', { name });
      case 'SENDING':
        return this.voice.say('evidence.sending', { name, percent: Math.round(upload.progress() * 100) });
      case 'CHECKING':
        return this.voice.say('evidence.checking', { name });
      case 'CANCELLED':
        return this.voice.say('evidence.cancelled', { name });
      case 'UNREACHABLE':
        return this.voice.say('evidence.unreachable', { name });
      default:
        return name;
    }
  }

  protected storedLine({ name, kind, bytes }: EvidenceStored): string {
    const size = formatBytes(bytes, this.voice.locale());
    return this.voice.say('evidence.stored', { name, kind: kind.toUpperCase(), size });
  }

  protected reason(upload: Upload): ReturnType<Say['refusal']> | null {
    const no = upload.no();
    return upload.state() === 'REFUSED' && no ? this.voice.refusal(no) : null;
  }

  private send(files: readonly File[]): void {
    const started = files.slice(0, this.multiple() ? AT_ONCE : 1).map((file) => this.client.upload(file));
    if (started.length === 0) return;
    if (!this.multiple()) for (const upload of this.uploads()) upload.cancel();
    this.uploads.update((all) => (this.multiple() ? [...all, ...started] : started));
    for (const upload of started) void this.follow(upload);
  }

  /** Once it is stored it stands among what is picked; unless it was thrown away meanwhile. */
  private async follow(upload: Upload): Promise<void> {
    const stored = await upload.done;
    if (!stored || !this.uploads().includes(upload)) return;
    this.forget(upload);
    this.said.set(this.storedLine(stored));
    const others = this.picked().filter(({ hash }) => hash !== stored.hash);
    this.picked.set(this.multiple() ? [...others, stored] : [stored]);
  }
}
