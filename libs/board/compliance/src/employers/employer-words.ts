import { Injectable, inject } from '@angular/core';
import { Directory, Say } from '@papan/board-platform';
import type { FieldName } from '@papan/contracts/words';
import type {
  Employer,
  EmployerField,
  EmployerSource,
  Happening,
  ImportField,
  MatchReason,
  Sector,
} from '@papan/domain';
import { formatInteger, formatList, formatMoment } from '@papan/domain';
import { Villages } from './villages';

/** How an employer is spoken of, on its page and in lists. */
@Injectable({ providedIn: 'root' })
export class EmployerWords {
  private readonly voice = inject(Say);
  private readonly directory = inject(Directory);
  private readonly villages = inject(Villages);

  integer = (value: number): string => formatInteger(value, this.voice.locale());
  moment = (at: string): string => formatMoment(at, this.voice.locale());
  field = (field: EmployerField | ImportField): string => this.voice.say(`employers.field${field}`);
  sector = (sector: Sector | null): string => (sector === null ? '' : this.voice.word('sector', sector));
  source = (source: EmployerSource): string => this.voice.say(`compliance.source${source}`);
  reason = (reason: MatchReason): string => this.voice.say(`employers.reason${reason}`);
  person = (id: number | null): string => this.directory.person(id)?.name ?? this.voice.say('compliance.someone');

  /** The name, or that it was erased. */
  name = ({ name }: Pick<Employer, 'name'>): string => name.trim() || this.voice.say('compliance.nameErased');

  /** The district by its name; a code that nobody knows stays a code. */
  place = (code: string | null): string => (code === null ? '' : (this.directory.area(code)?.name ?? code));

  /** What stands in a field, ready to be read; empty where nothing does. */
  value(field: EmployerField, value: string | number | null): string {
    if (value === null || value === '') return '';
    if (field === 'sector') return this.sector(value as Sector);
    if (field === 'district') return this.place(String(value));
    if (field === 'village') return this.villages.name(String(value));
    return typeof value === 'number' ? this.integer(value) : value;
  }

  /** One line of the history of an employer. */
  sentence({ by, event }: Happening): string {
    const who = this.person(by.person);
    switch (event.type) {
      case 'EmployerRecorded':
        return this.voice.event(event.type, { who, employer: event.text?.name ?? `#${event.data.employer}` });
      case 'EmployerChanged':
        return this.voice.event(event.type, { who, fields: this.fields(event.data.fields) });
      case 'EmployersMerged':
        return this.voice.event(event.type, { who, into: `#${event.data.into}` });
      case 'EmployersKeptApart':
        return this.voice.event(event.type, { who, other: `#${event.data.other}` });
      default:
        return '';
    }
  }

  private fields(fields: readonly string[]): string {
    return formatList(
      fields.map((field) => this.voice.word('field', field as FieldName)),
      this.voice.locale(),
    );
  }
}
