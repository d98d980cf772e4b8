import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { Settings } from '@papan/server-platform';
import { FollowJournal } from './follow-journal';
import { MailCatcher } from './mail/catcher';
import { DemoMailController } from './mail/demo-mail.controller';
import { Mailer, NoMailer, SmtpMailer } from './mail/mailer';
import { SendMail } from './mail/send-mail';
import { NoticesController } from './notices.controller';
import { WatchTime } from './watch-time';

export interface NoticesOptions {
  /** In a demo, mail goes here and nowhere else. */
  readonly catcher?: MailCatcher | undefined;
}

/** Address that the demo's mails come from; a name that can never be anybody's (RFC 2606). */
const SAMPLE_FROM = 'Papan UHC <papan@contoh.example>';

/** Notices, escalation, mail. Needs the platform's providers around it. */
@Module({})
export class NoticesModule {
  static forRoot({ catcher }: NoticesOptions = {}): DynamicModule {
    const mailer: Provider = {
      provide: Mailer,
      useFactory: ({ smtpUrl, mailFrom }: Settings) => {
        if (catcher) return new SmtpMailer(catcher.url, SAMPLE_FROM);
        return smtpUrl === null ? new NoMailer() : new SmtpMailer(smtpUrl, mailFrom);
      },
      inject: [Settings],
    };
    return {
      module: NoticesModule,
      controllers: [NoticesController, DemoMailController],
      providers: [
        mailer,
        FollowJournal,
        WatchTime,
        SendMail,
        ...(catcher ? [{ provide: MailCatcher, useValue: catcher }] : []),
      ],
    };
  }
}
