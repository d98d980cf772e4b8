import { Pipe, inject } from '@angular/core';
import type { PipeTransform } from '@angular/core';
import type { MessageKey, SayArguments } from './messages';
import { Say } from './say';

/** `{{ 'home.until' | say: { day } }}`. Not pure, because the language is read inside; saying is one look-up. */
@Pipe({ name: 'say', pure: false })
export class SayPipe implements PipeTransform {
  private readonly voice = inject(Say);

  transform<Key extends MessageKey>(key: Key, ...params: SayArguments<Key>): string {
    return this.voice.say(key, ...params);
  }
}
