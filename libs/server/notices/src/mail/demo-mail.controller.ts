import { Controller, Get, Inject, Optional } from '@nestjs/common';
import type { DemoMail } from '@papan/contracts';
import { refuse } from '@papan/domain';
import { May, Refused } from '@papan/server-platform';
import { MailCatcher } from './catcher';

/** What the demo would have mailed. Where there is no demo there is no such page. */
@Controller('api/demo')
export class DemoMailController {
  constructor(@Optional() @Inject(MailCatcher) private readonly catcher: MailCatcher | undefined) {}

  @Get('mails')
  @May('people.manage')
  mails(): readonly DemoMail[] {
    if (!this.catcher) throw new Refused(refuse('NOT_FOUND'));
    return this.catcher.mails;
  }
}
