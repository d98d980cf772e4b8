import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import type { Problem } from '@papan/contracts';
import { languageOf } from '@papan/contracts/words';
import { refuse } from '@papan/domain';
import type { Request, Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import { refusalOfFailure } from '../database/failures';
import { problemOf, sorry } from './problem';
import type { FullRefusal } from './refused';

/** Everything that is not an ordinary answer leaves here, as problem+json in the reader's language. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request & { readonly id?: unknown }>();
    const response = http.getResponse<Response>();
    const trace = typeof request.id === 'string' ? request.id : '';
    const language = languageOf(request.headers['accept-language']);
    const refusal = refusalOfFailure(error) ?? refusalOfHttp(error);
    const problem = refusal ? problemOf(refusal, language, trace) : sorry(language, trace);
    if (!refusal) this.log.error({ err: withoutParameters(error), trace }, 'unexpected');
    else if (refusal.code === 'DATABASE_DOWN') this.log.warn({ trace, reason: reasonOf(error) }, 'database down');
    if (response.headersSent) return void response.destroy();
    answer(response, { ...problem, status: tooLarge(error) ? 413 : problem.status }, language);
  }
}

function answer(response: Response, problem: Problem, language: string): void {
  if (problem.retryAfter !== undefined) response.setHeader('Retry-After', String(problem.retryAfter));
  response.setHeader('Content-Language', language);
  response.setHeader('Cache-Control', 'no-store');
  response.removeHeader('Content-Encoding');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** What Express and Nest object to, in our words: a body that cannot be read, an address that does not exist. */
function refusalOfHttp(error: unknown): FullRefusal | undefined {
  const status = statusOf(error);
  if (tooLarge(error)) return unreadable('at most 64 kB');
  if (status === 404 || status === 405) return refuse('NOT_FOUND');
  if (status === 415) return unreadable('application/json');
  if (status !== undefined && status >= 400 && status < 500) return unreadable('JSON');
  return undefined;
}

function unreadable(expected: string): FullRefusal {
  return { ...refuse('BODY_INVALID', { field: '' }), fields: [{ path: '', expected }] };
}

function tooLarge(error: unknown): boolean {
  return statusOf(error) === 413;
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { status, statusCode } = (error ?? {}) as { status?: unknown; statusCode?: unknown };
  if (typeof status === 'number') return status;
  return typeof statusCode === 'number' ? statusCode : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown';
}

/** A failed query carries the values it was asked with; they are nobody's business in a log. */
function withoutParameters(error: unknown): {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
} {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error', stack: '' };
  const { code } = error as { code?: unknown };
  const message = typeof code === 'string' ? `${code}: ${error.message}` : error.message;
  return { type: error.name, message: message.slice(0, 300), stack: framesOf(error) };
}

function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
}
