import type { Transporter } from 'nodemailer';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Without brackets; the same for the same mail, however often it is sent. */
  readonly messageId: string;
}

/** Sends mail, or says that this installation sends none. */
export abstract class Mailer {
  abstract readonly isOn: boolean;
  /** Resolves when the server has taken it; throws what it said, else. */
  abstract send(letter: Letter): Promise<void>;
}

/** SMTP_URL is not set: no mail is written and none is sent, and the pages say so. */
export class NoMailer extends Mailer {
  readonly isOn = false;

  send(): Promise<void> {
    return Promise.reject(new Error('mail is off'));
  }
}

const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends by SMTP: `smtp://user:password@host:587` (STARTTLS where it is offered) or `smtps://…:465`. */
export class SmtpMailer extends Mailer {
  readonly isOn = true;
  /** Made with the first letter: a server that starts has none to send. */
  private transport: Promise<Transporter> | undefined;

  constructor(
    private readonly url: string,
    private readonly from: string,
  ) {
    super();
  }

  async send({ to, subject, text, messageId }: Letter): Promise<void> {
    const transport = await (this.transport ??= this.connect());
    await transport.sendMail({
      from: this.from,
      to,
      subject,
      text,
      messageId: `<${messageId}@${domainOf(this.from)}>`,
      // Nobody's absence note answers a machine.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
  }

  private async connect(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return createTransport({ url: this.url, ...TIMES, disableFileAccess: true, disableUrlAccess: true });
  }
}

function domainOf(from: string): string {
  return /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'papan.invalid';
}
