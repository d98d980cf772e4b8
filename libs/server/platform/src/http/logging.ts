import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { SettingsValues } from '../settings/settings';

/** Never in a log, wherever they turn up. */
const REDACTED = [
  'password',
  'token',
  'cookie',
  'authorization',
  'nik',
  'name',
  'login',
  'body',
  'note',
  'text',
].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/**
 * One line per request: verb, path without what is behind the question mark, status, time, trace code. No bodies, no
 * headers, no names; paths hold numbers only.
 */
export function logging({ logLevel }: Pick<SettingsValues, 'logLevel'>): Params {
  return {
    pinoHttp: {
      level: logLevel,
      redact: { paths: REDACTED, censor: '[…]' },
      genReqId: () => randomBytes(6).toString('hex'),
      quietReqLogger: true,
      customLogLevel: (_, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
      customSuccessMessage: () => 'answered',
      customErrorMessage: () => 'failed',
      customErrorObject: () => ({}),
      serializers: { req: requestLine, res: statusLine, err: undefined as never },
      autoLogging: { ignore: ({ url = '' }) => !url.startsWith('/api/') },
    },
  };
}

function requestLine(request: IncomingMessage): object {
  return { method: request.method, path: (request.url ?? '').split('?', 1)[0]?.slice(0, 200) };
}

function statusLine(response: ServerResponse): object {
  return { status: response.statusCode };
}
