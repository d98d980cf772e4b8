import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  createParamDecorator,
} from '@nestjs/common';
import { IMPORT_MEGABYTES, ImportSourceName } from '@papan/contracts';
import { type ImportSource, type Refusal, checkText, isRefusal, refuse } from '@papan/domain';
import { Refused } from '@papan/server-platform';
import type { Request, Response } from 'express';
import multer from 'multer';
import type { Observable } from 'rxjs';

/** A list as it arrived. */
export interface ReceivedList {
  readonly source: ImportSource;
  readonly name: string;
  readonly bytes: Buffer;
}

const NAME_LIMIT = 160;
const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: IMPORT_MEGABYTES * 1024 * 1024, files: 1, fields: 2, parts: 4, fieldSize: 100, headerPairs: 20 },
  defParamCharset: 'utf8',
}).single('file');

/** Takes the one file of a form, in memory and no larger than a list may be; runs after the guard has let the sender in. */
@Injectable()
export class ReceiveList implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    await new Promise<void>((done, refused) => {
      receive(http.getRequest<Request>(), http.getResponse<Response>(), (error: unknown) =>
        error === undefined || error === null ? done() : refused(new Refused(refusalOf(error))),
      );
    });
    return next.handle();
  }
}

/** The list that `ReceiveList` took; IMPORT_FILE_MISSING where there is none. */
export const TheList = createParamDecorator((_: unknown, context: ExecutionContext): ReceivedList => {
  const request = context.switchToHttp().getRequest<Request>();
  const source = ImportSourceName.safeParse((request.body as { source?: unknown } | undefined)?.source);
  const { file } = request;
  if (!file || file.size === 0 || !source.success) throw new Refused(refuse('IMPORT_FILE_MISSING', {}));
  return { source: source.data, name: nameOf(file.originalname), bytes: file.buffer };
});

/** What the file is called, without the folders it lay in; a name that cannot be shown is left behind. */
function nameOf(told: string): string {
  const name = checkText('name', told.split(/[/\\]/).at(-1) ?? '', NAME_LIMIT, true);
  return isRefusal(name) ? '–' : name;
}

function refusalOf(error: unknown): Refusal {
  const tooLarge = error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE';
  return tooLarge ? refuse('IMPORT_TOO_LARGE', { limit: IMPORT_MEGABYTES }) : refuse('IMPORT_FILE_MISSING', {});
}
