import { Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  type Accepted,
  ChooseNotices,
  type EscalationView,
  type NoticeChoiceView,
  type NoticeList,
  ReadNotices,
  SetEscalation,
} from '@papan/contracts';
import { type Actor, refuse } from '@papan/domain';
import {
  CommandId,
  Commands,
  CurrentActor,
  Database,
  JsonBody,
  May,
  QueryWord,
  Refused,
  orRefuse,
} from '@papan/server-platform';
import { readChoice, writeChoice } from './choice';
import { readEscalation, setEscalationRule } from './escalation';
import { Mailer } from './mail/mailer';
import { markRead, readNotices } from './read-notices';

/** What one is told, how one wants to be told, and who is told of what is late. */
@Controller('api/regions/:region')
export class NoticesController {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly mailer: Mailer,
  ) {}

  @Get('notices')
  @May('notices.read')
  list(@CurrentActor() actor: Actor, @QueryWord('after') after: string | undefined): Promise<NoticeList> {
    if (after !== undefined && !/^\d{1,15}$/.test(after)) throw new Refused(refuse('CURSOR_INVALID'));
    return readNotices(this.database, actor, Number(after ?? 0));
  }

  @Post('notices/read')
  @HttpCode(200)
  @May('notices.read')
  read(@CurrentActor() actor: Actor, @JsonBody(ReadNotices) body: ReadNotices): Promise<{ readonly unread: number }> {
    return markRead(this.database, actor, body);
  }

  @Get('notices/choice')
  @May('notices.read')
  choice(@CurrentActor() actor: Actor): Promise<NoticeChoiceView> {
    return readChoice(this.database, actor, this.mailer.isOn);
  }

  @Put('notices/choice')
  @May('notices.read')
  async choose(@CurrentActor() actor: Actor, @JsonBody(ChooseNotices) body: ChooseNotices): Promise<NoticeChoiceView> {
    return orRefuse(await writeChoice(this.database, actor, body, this.mailer.isOn));
  }

  @Get('escalation')
  @May('settings.manage')
  escalation(@CurrentActor() actor: Actor): Promise<EscalationView> {
    return readEscalation(this.database, actor, this.mailer.isOn);
  }

  @Post('escalation')
  @May('settings.manage')
  async setEscalation(
    @CurrentActor() actor: Actor,
    @CommandId() id: string,
    @JsonBody(SetEscalation) body: SetEscalation,
  ): Promise<Accepted> {
    const command = { actor, id, name: 'escalation.set', params: {}, body };
    return orRefuse(await this.commands.run(command, setEscalationRule(actor, body)));
  }
}
