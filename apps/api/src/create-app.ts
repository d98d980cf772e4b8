import { join } from 'node:path';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import {
  type DatabaseAddresses,
  DatabasePulse,
  Metrics,
  PapanIoAdapter,
  type SettingsValues,
  StartRefused,
  apiHeaders,
  boardFiles,
  checkAppRole,
  checkDoors,
  prepareDatabase,
  readSabotage,
  requestTimer,
  safeHeaders,
} from '@papan/server-platform';
import type { MailCatcher } from '@papan/server-notices';
import { startEmbeddedPostgres } from '@papan/server-postgres';
import compression from 'compression';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { closeGently } from './close-gently';
import { catchDemoMail, goWithoutDemo, loadDemoOnce } from './demo';
import { DOCS_POLICY } from './docs-policy';
import { MIGRATIONS } from './migrations';
import { describeApi } from './openapi';
import { refuseTakenPort } from './taken-port';

export interface AppOptions {
  readonly settings: SettingsValues;
  /** The owner's address; left out, PostgreSQL is started in DATA_DIR. */
  readonly databaseUrl?: string | undefined;
  readonly appUrl?: string | undefined;
  readonly tailUrl?: string | undefined;
  /** No demonstration. */
  readonly empty?: boolean;
  /** The database took a question and does not answer: only a new start helps. */
  readonly onFrozen?: () => void;
}

export interface RunningApp {
  readonly app: NestExpressApplication;
  readonly addresses: DatabaseAddresses;
  readonly port: number;
  /** Boards are told, open requests answered (5 s at most), then the connections and last PostgreSQL end. */
  close(): Promise<void>;
}

const BODY_LIMIT = '64kb';

const OPTIONS: { readonly [K in keyof NestApplicationOptions]: NestApplicationOptions[K] } = {
  logger: ['error', 'warn'],
  bodyParser: false,
  abortOnError: false,
};

/** From settings to a server that answers. Throws StartRefused or PostgresRefused where the operator has to act. */
export async function createApp(options: AppOptions): Promise<RunningApp> {
  const { settings } = options;
  readSabotage();
  await refuseTakenPort(settings.host, settings.port);
  const postgres = options.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: settings.dataDir });
  try {
    const addresses = await readyDatabase(options, options.databaseUrl ?? postgres?.url ?? '');
    const catcher = await catchDemoMail(addresses.owner, settings);
    const app = await listen(settings, addresses, catcher);
    const pulse = new DatabasePulse(addresses.app, options.onFrozen ?? (() => undefined));
    pulse.start();
    return {
      app,
      addresses,
      port: portOf(app),
      close: async () => {
        await pulse.stop();
        await closeGently(app);
        await catcher?.close();
        await postgres?.stop();
      },
    };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

async function readyDatabase(options: AppOptions, ownerUrl: string): Promise<DatabaseAddresses> {
  const addresses = await prepareDatabase({
    ownerUrl,
    appUrl: options.appUrl,
    tailUrl: options.tailUrl,
    secretsFolder: join(options.settings.dataDir, 'secrets'),
    migrations: MIGRATIONS,
  });
  await checkAppRole(addresses.app);
  if (options.empty) await goWithoutDemo(addresses.owner);
  else await loadDemoOnce(addresses.owner, options.settings.filesDir);
  return addresses;
}

async function listen(
  settings: SettingsValues,
  { app: appUrl, tail: tailUrl }: DatabaseAddresses,
  catcher: MailCatcher | undefined,
): Promise<NestExpressApplication> {
  const app = await buildApp(settings, appUrl, tailUrl, catcher);
  try {
    await app.listen(settings.port, settings.host);
    app.getHttpServer().keepAliveTimeout = 65_000;
    return app;
  } catch (error) {
    await app.close();
    if ((error as { code?: unknown }).code === 'EADDRINUSE')
      throw new StartRefused('PORT_TAKEN', { port: settings.port });
    throw error;
  }
}

/** The application with everything in front of its routes, not yet listening. */
export async function buildApp(
  settings: SettingsValues,
  appUrl: string,
  tailUrl: string,
  catcher?: MailCatcher,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRoot({ settings, appUrl, tailUrl, catcher }),
    OPTIONS,
  );
  app.set('trust proxy', settings.trustProxy);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(requestTimer(app.get(Metrics)), safeHeaders());
  app.use('/api', apiHeaders(settings), compression({ threshold: 1_024 }));
  app.use('/publik', compression({ threshold: 1_024 }));
  app.useBodyParser('json', { limit: BODY_LIMIT, strict: true });
  app.useWebSocketAdapter(new PapanIoAdapter(app, settings));
  serveDescription(app, settings);
  if (settings.boardFolder !== null) serveBoard(app, settings.boardFolder);
  await app.init();
  app.useLogger(app.get(Logger));
  checkDoors(app);
  return app;
}

/** Everything that is neither the API's nor a socket's nor the public pages' is the board's. */
function serveBoard(app: NestExpressApplication, folder: string): void {
  const serve = boardFiles(folder);
  app.use(((request, response, next) => {
    if (OURS.test(request.path)) next();
    else serve(request, response, next);
  }) satisfies ReturnType<typeof boardFiles>);
}

const OURS = /^\/(api|ws|publik)(\/|$)|^\/(livez|readyz|metrics)$/;

function serveDescription(app: NestExpressApplication, settings: SettingsValues): void {
  app.use('/api/docs', ((_, response, next) => {
    response.setHeader('Content-Security-Policy', DOCS_POLICY);
    next();
  }) satisfies ReturnType<typeof boardFiles>);
  SwaggerModule.setup('api/docs', app, () => describeApi(app, settings.version), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Papan UHC API',
  });
}

function portOf(app: NestExpressApplication): number {
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
