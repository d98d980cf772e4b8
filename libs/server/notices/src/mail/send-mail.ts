import { Injectable, Logger } from '@nestjs/common';
import { type Locale, MAIL_TRIES, type MailState, type NoticeKind, retryAfterMinutes } from '@papan/domain';
import { Database, Metrics, Settings, Sweeper, derivedId } from '@papan/server-platform';
import { ADDRESS } from '../region-now';
import { composeMail } from './compose';
import { type Letter, Mailer } from './mailer';

/** A mail in somebody's hands: longer than a mail server is waited for. Who dies with it has it taken back then. */
const LEASE = '2 minutes';

interface Lent {
  readonly region: string;
  readonly id: string;
}

interface MailRow {
  readonly dedupe: string;
  readonly tries: number;
  readonly address: string | null;
  readonly language: Locale | null;
  readonly regionName: string;
  readonly isSample: boolean;
  readonly notices: readonly { readonly kind: NoticeKind; readonly params: Record<string, string | number> }[];
}

/**
 * The outbox: lends out one waiting mail, sends it outside of any transaction, notes what came of it. What was sent but
 * not noted (the instance died in between) is sent again under the same Message-ID, by which it can be recognised; what
 * the server does not take is tried again, later each time, and given up after eight tries. Source: docs/domain.md#notices.
 */
@Injectable()
export class SendMail {
  private readonly log = new Logger('Mail');

  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    metrics: Metrics,
    sweeper: Sweeper,
  ) {
    if (mailer.isOn) sweeper.register({ name: 'mail', step: () => this.sendOne() });
    this.sent = metrics.counterOf('papan_mails_total', 'Mails that this instance has dealt with', 'outcome');
  }

  private readonly sent;

  /** Deals with the mail that has waited longest; false where none waits. */
  async sendOne(): Promise<boolean> {
    const [lent] = await this.database.ask<Lent>('SELECT region, id FROM claim_mail($1)', [LEASE]);
    if (!lent) return false;
    const row = await this.read(lent);
    const letter = row && this.letterOf(lent, row);
    if (!row || !letter) await this.note(lent, 'DROPPED', row?.tries ?? 0);
    else if (row.tries > MAIL_TRIES) await this.note(lent, 'GIVEN_UP', row.tries);
    else await this.attempt(lent, row.tries, letter);
    return true;
  }

  private async attempt(lent: Lent, tries: number, letter: Letter): Promise<void> {
    try {
      await this.mailer.send(letter);
    } catch (error) {
      const minutes = isRefusedForGood(error) ? null : retryAfterMinutes(tries);
      this.log.warn({ mail: lent.id, tries, reason: codeOf(error) });
      return this.note(lent, minutes === null ? 'GIVEN_UP' : 'WAITING', tries, codeOf(error), minutes ?? 0);
    }
    await this.note(lent, 'SENT', tries);
  }

  /** What is to be said, by now: what was read in the meantime is not mailed any more. */
  private read({ region, id }: Lent): Promise<MailRow | undefined> {
    return this.database.asSystem(region, async (tx) => {
      const [row] = await tx.query<MailRow>(
        `SELECT m.dedupe, m.tries, who.address, c.language, r.name AS "regionName",
                EXISTS (SELECT FROM installation WHERE key = 'demo') AS "isSample",
                (SELECT coalesce(json_agg(json_build_object('kind', n.kind, 'params', n.params) ORDER BY n.number), '[]')
                   FROM notice n WHERE n.region = m.region AND n.person = m.person AND n.mail = m.dedupe AND n.read_at IS NULL
                ) AS notices
           FROM mail m JOIN region r ON r.code = m.region
           LEFT JOIN notice_choice c ON c.region = m.region AND c.person = m.person
           LEFT JOIN LATERAL (
             SELECT ${ADDRESS} AS address FROM membership s JOIN person p ON p.id = s.person
              WHERE s.region = m.region AND s.number = m.person AND serves_now(s.from_day, s.until_day)
                AND p.disabled_at IS NULL LIMIT 1) AS who ON true
          WHERE m.region = $1 AND m.id = $2`,
        [region, id],
      );
      return row;
    });
  }

  private letterOf({ region }: Lent, row: MailRow): Letter | undefined {
    const { address, notices, dedupe, regionName, isSample } = row;
    if (address === null || notices.length === 0) return undefined;
    const [origin] = this.settings.publicOrigins;
    const link = origin === undefined ? null : `${origin}/${region}/pemberitahuan`;
    const said = composeMail({ language: row.language ?? 'id', regionName, notices, link, isSample });
    return { ...said, to: address, messageId: derivedId('mail', region, dedupe) };
  }

  /** Only while it is still ours: a lease that ran out may have given it to another. */
  private async note(
    { region, id }: Lent,
    state: MailState,
    tries: number,
    error: string | null = null,
    minutes = 0,
  ): Promise<void> {
    this.sent.inc({ outcome: state.toLowerCase() });
    await this.database.asSystem(region, (tx) =>
      tx.query(
        `UPDATE mail SET state = $3, error = $5, ended_at = CASE WHEN $3 <> 'WAITING' THEN app_now() END,
                next_try_at = CASE WHEN $3 = 'WAITING' THEN app_now() + $6 * interval '1 minute' ELSE next_try_at END
          WHERE region = $1 AND id = $2 AND state = 'WAITING' AND tries = $4`,
        [region, id, state, tries, error, minutes],
      ),
    );
  }
}

/** 5xx: the server will not take it however often it is asked. */
function isRefusedForGood(error: unknown): boolean {
  const { responseCode } = error as { readonly responseCode?: unknown };
  return typeof responseCode === 'number' && responseCode >= 500;
}

/** A code, never the server's words: they often repeat the address. */
function codeOf(error: unknown): string {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown };
  if (typeof responseCode === 'number') return String(responseCode);
  return typeof code === 'string' ? code.slice(0, 40) : 'ERROR';
}
