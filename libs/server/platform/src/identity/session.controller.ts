import { Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { FirstPassword, type Me, type SessionView, SignIn, type Welcome } from '@papan/contracts';
import { refuse } from '@papan/domain';
import type { Request, Response } from 'express';
import { Database } from '../database/database';
import { JsonBody, PathWord, orRefuse } from '../http/parsed';
import { Refused } from '../http/refused';
import { CurrentSession, May, Public } from './access';
import { forgottenCookies, sessionCookies } from './cookies';
import { CookiePolicy } from './cookie-policy';
import { readMe } from './read-me';
import { readWelcome } from './read-welcome';
import { setPasswordByToken } from './people';
import { Sessions } from './sessions';
import { signIn } from './sign-in';
import { sourceOf } from './source-of';
import type { SignedIn } from './signed-in';

/** Signing in and out, and one's own sessions. */
@Controller('api')
export class SessionController {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly cookies: CookiePolicy,
  ) {}

  @Get('welcome')
  @Public()
  welcome(@Req() request: Request): Promise<Welcome> {
    return readWelcome(this.database, !this.cookies.isSecure(request));
  }

  @Post('session')
  @Public()
  async signIn(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @JsonBody(SignIn) body: SignIn,
  ): Promise<Me> {
    this.cookies.refuseLostCookie(request);
    const secure = this.cookies.isSecure(request);
    const started = orRefuse(
      await signIn(this.database, this.sessions, body, {
        address: request.ip,
        userAgent: request.get('user-agent'),
      }),
    );
    await this.endCarried(request);
    response.append('Set-Cookie', [...sessionCookies(started.token, started.maxAge, { secure })]);
    return readMe(this.database, started.personId, started.kind);
  }

  /** The session that the browser carried so far ends with the new sign-in: nobody goes on in it unseen. */
  private async endCarried({ headers }: Request): Promise<void> {
    const before = await this.sessions.authenticate(headers.cookie);
    if (before) await this.sessions.end(before.sessionId, before.personId);
  }

  @Get('session')
  @May('signed-in')
  me(@CurrentSession() { personId, kind }: SignedIn): Promise<Me> {
    return readMe(this.database, personId, kind);
  }

  @Delete('session')
  @HttpCode(204)
  @May('signed-in')
  async signOut(
    @CurrentSession() { sessionId, personId }: SignedIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.end(sessionId, personId);
    response.append('Set-Cookie', [...forgottenCookies({ secure: this.cookies.isSecure(request) })]);
  }

  @Get('session/all')
  @May('signed-in')
  async all(@CurrentSession() { sessionId, personId }: SignedIn): Promise<SessionView[]> {
    const sessions = await this.sessions.list(personId);
    return sessions.map((session) => ({ ...session, current: session.id === sessionId }));
  }

  @Delete('session/:id')
  @HttpCode(204)
  @May('signed-in')
  async end(@CurrentSession() { personId, kind }: SignedIn, @PathWord('id') id: string): Promise<void> {
    if (kind === 'phone') throw new Refused(refuse('STEP_UP_NEEDED', { action: 'session.end' }));
    if (!isUuid(id) || !(await this.sessions.end(id, personId))) throw new Refused(refuse('NOT_FOUND'));
  }

  @Post('session/first-password')
  @HttpCode(200)
  @Public()
  async firstPassword(
    @Req() request: Request,
    @JsonBody(FirstPassword) body: FirstPassword,
  ): Promise<{ readonly login: string }> {
    return orRefuse(await setPasswordByToken(this.database, body.token, body.password, sourceOf(request.ip)));
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
