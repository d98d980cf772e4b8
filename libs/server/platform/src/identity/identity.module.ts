import { Module } from '@nestjs/common';
import { AccessGuard } from './access';
import { CookiePolicy } from './cookie-policy';
import { PeopleController } from './people.controller';
import { SessionController } from './session.controller';
import { Sessions } from './sessions';
import { TriesSweeper } from './tries-sweeper';

/** Who is there. Needs `Database` and `Settings` around it; the roof makes `AccessGuard` the one global guard. */
@Module({
  controllers: [SessionController, PeopleController],
  providers: [Sessions, CookiePolicy, AccessGuard, TriesSweeper],
  exports: [Sessions, CookiePolicy, AccessGuard],
})
export class IdentityModule {}
