import {
  type DynamicModule,
  Global,
  Injectable,
  Module,
  type OnApplicationShutdown,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { BoardController } from './board/board.controller';
import { SnapshotCache } from './board/snapshot-cache';
import { Commands, type Projection } from './commands/commands';
import { type Entities, appSourceOptions } from './database/data-source';
import { Database } from './database/database';
import { Deadlines } from './deadlines/deadlines';
import { EvidenceModule } from './files/evidence.module';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { Readiness } from './health/readiness';
import { logging } from './http/logging';
import { ProblemFilter } from './http/problem-filter';
import { RefusalInterceptor } from './http/refusal-interceptor';
import { WriteLimit } from './http/write-limit';
import { AccessGuard } from './identity/access';
import { IdentityModule } from './identity/identity.module';
import { JournalBell } from './journal/journal-bell';
import { JournalNotices } from './journal/journal-notices';
import { JournalTail } from './journal/journal-tail';
import { TailPool } from './journal/tail-pool';
import { Live } from './live/live';
import { LiveGateway } from './live/live.gateway';
import { ListReader } from './lists/list-reader';
import { Settings, type SettingsValues } from './settings/settings';
import { Sweeper } from './sweeps/sweeper';
import { SystemCommands } from './sweeps/system-commands';

export interface PlatformOptions {
  readonly settings: SettingsValues;
  readonly appUrl: string;
  readonly tailUrl: string;
  readonly entities?: Entities;
  /** What the nouns do because of each other, in the transaction of the change. */
  readonly projections?: readonly Projection[];
}

const shared = [
  Settings,
  Database,
  JournalBell,
  Commands,
  TailPool,
  JournalTail,
  Metrics,
  Readiness,
  SnapshotCache,
  Live,
  Sweeper,
  SystemCommands,
  Deadlines,
  ListReader,
];

/** Begins and ends what runs beside the requests, in the right order. */
@Injectable()
class Lifecycle implements OnModuleInit, OnModuleDestroy, OnApplicationShutdown {
  constructor(
    private readonly pool: TailPool,
    private readonly tail: JournalTail,
    private readonly notices: JournalNotices,
    private readonly live: Live,
    private readonly readiness: Readiness,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.notices.start();
  }

  /** The boards hear it first, while the lines are still open. */
  onModuleDestroy(): void {
    this.readiness.stop();
    this.live.goodbye();
  }

  /** After the last answer. */
  async onApplicationShutdown(): Promise<void> {
    this.tail.close();
    await this.notices.close();
    await this.pool.close();
  }
}

/** What every feature stands on: the door to the rows, commands, journal, sockets, answers. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ settings, appUrl, tailUrl, entities = [], projections = [] }: PlatformOptions): DynamicModule {
    const { connections } = settings;
    const source = appSourceOptions({ url: appUrl, entities, connections, onPoolError: () => undefined });
    return {
      module: PlatformModule,
      imports: [
        LoggerModule.forRoot(logging(settings)),
        // Whether the database answers is known by now; trying again for half a minute would hide that it does not.
        TypeOrmModule.forRoot({ ...source, retryAttempts: 0 }),
        IdentityModule,
        EvidenceModule,
      ],
      controllers: [BoardController, HealthController],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Database, useFactory: (it: DataSource) => new Database(it, settings.places), inject: [DataSource] },
        { provide: TailPool, useFactory: () => new TailPool(tailUrl) },
        JournalBell,
        {
          provide: Commands,
          useFactory: (database: Database, bell: JournalBell) => new Commands(database, bell, projections),
          inject: [Database, JournalBell],
        },
        JournalTail,
        JournalNotices,
        Metrics,
        Readiness,
        SnapshotCache,
        Live,
        LiveGateway,
        Sweeper,
        SystemCommands,
        Deadlines,
        ListReader,
        Lifecycle,
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: WriteLimit },
        { provide: APP_INTERCEPTOR, useClass: RefusalInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [...shared, EvidenceModule],
    };
  }
}
