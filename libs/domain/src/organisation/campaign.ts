import type { IsoDate, IsoInstant } from '../calendar/wib';
import type { CampaignLine } from '../coverage/headline';

/** The agreement between the local government and BPJS Kesehatan that the campaign stands on. */
export interface Agreement {
  readonly number: string;
  readonly parties: readonly string[];
  readonly date: IsoDate | null;
  readonly subject: string;
}

/** A drive towards a coverage by a deadline. `lines` are its thresholds, each a percentage of the population. */
export interface Campaign {
  readonly id: number;
  readonly title: string;
  readonly agreement: Agreement;
  readonly startsOn: IsoDate | null;
  readonly deadline: IsoInstant;
  readonly lines: readonly CampaignLine[];
  readonly open: boolean;
  /** Invented for the demonstration; shown as "Data contoh" wherever it appears. */
  readonly example: boolean;
}
