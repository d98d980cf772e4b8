import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { COMMAND_ID_HEADER, FILE_NAME_HEADER, VERSION_HEADER } from '@papan/contracts';
import { fileName, isRefusal, refuse } from '@papan/domain';
import type { Request } from 'express';
import type * as z from 'zod';
import { type FullRefusal, Refused } from './refused';

/** Under this key a handler keeps the schema of its body, for the description of the API. */
export const BODY_SCHEMA = 'papan:body';

/** Under this key a handler says that its body is a file. */
export const BODY_IS_A_FILE = 'papan:file';
const FILE_TYPE = 'application/octet-stream';

/** A body of nothing but unknown fields is not answered with a longer list of them. */
const FIELDS_NAMED_AT_MOST = 20;

/** Under this key a handler keeps what else it reads, in the words of the API's description. */
export const PARAMETERS = 'papan:parameters';

/** One thing beside path and body that a handler reads from a request. */
export interface RequestParameter {
  readonly name: string;
  readonly in: 'query' | 'header';
  readonly required: boolean;
  readonly description: string;
}

/** The body, read by its schema; BODY_INVALID names the first fields that are wrong, missing or unknown. */
export function JsonBody(schema: z.ZodType): ParameterDecorator {
  const read = bodyBy(schema);
  return (target, key, index) => {
    if (key !== undefined) Reflect.defineMetadata(BODY_SCHEMA, schema, handlerOf(target, key));
    read(target, key, index);
  };
}

/** The Idempotency-Key as it was sent, empty where there is none: `Commands.run` refuses what is no UUID. */
export function CommandId(): ParameterDecorator {
  const description = 'UUID of this command; sent again with it, the answer is the same';
  return described({ name: COMMAND_ID_HEADER, in: 'header', required: true, description }, readCommandId());
}

const readCommandId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  return requestOf(context).get(COMMAND_ID_HEADER) ?? '';
});

/** The version that the editor had seen, from `If-Match: "7"`; VERSION_MISSING without one. */
export function SeenVersion(): ParameterDecorator {
  const description = 'The version that the editor had seen, in quotes';
  return described({ name: VERSION_HEADER, in: 'header', required: true, description }, readSeenVersion());
}

const readSeenVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(requestOf(context).get(VERSION_HEADER)?.trim() ?? '');
  if (!found) throw new Refused(refuse('VERSION_MISSING'));
  return Number(found[1]);
});

/**
 * The body is a file, read by the handler as it comes; here is its name, cleaned, from `X-File-Name`. What is sent as
 * anything else than `application/octet-stream` is refused: it may have been read already.
 */
export function FileBody(): ParameterDecorator {
  const description = 'Name of the file, written by encodeURIComponent';
  const read = described({ name: FILE_NAME_HEADER, in: 'header', required: true, description }, readFileName());
  return (target, key, index) => {
    if (key !== undefined) Reflect.defineMetadata(BODY_IS_A_FILE, true, handlerOf(target, key));
    read(target, key, index);
  };
}

const readFileName = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = requestOf(context);
  if (request.is(FILE_TYPE) === false)
    throw new Refused({ ...refuse('BODY_INVALID', { field: '' }), fields: [{ path: '', expected: FILE_TYPE }] });
  return fileName(decoded(request.get(FILE_NAME_HEADER) ?? ''));
});

/** The name as it was before `encodeURIComponent`, or as it stands where it is no such writing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A small number in the path: `@SmallNumber('task')`. What is no such number is not found. */
export const SmallNumber = createParamDecorator((name: string, context: ExecutionContext): number => {
  const text = requestOf(context).params[name];
  if (typeof text !== 'string' || !/^[1-9]\d{0,8}$/.test(text)) throw new Refused(refuse('NOT_FOUND'));
  return Number(text);
});

/** A word in the path: `@PathWord('measure')`. */
export const PathWord = createParamDecorator((name: string, context: ExecutionContext): string => {
  const text = requestOf(context).params[name];
  return typeof text === 'string' ? text : '';
});

const QUERY_WORDS: Readonly<Record<string, string>> = {
  epoch: 'The epoch of the cursor',
  after: 'The number of the cursor: what came after it is asked for',
  within: 'Code of the area whose parts are asked for',
  district: 'Code of a district',
  page: 'Which page, from 1',
  month: 'Day of the cut that a report is of; the newest one where left out',
  paper: 'Size of the paper: F4 or A4',
  source: 'Where the list comes from: DISNAKER, DPMPTSP or BPJS',
  kind: 'What the figures are: MONTH, POPULATION or MOVEMENTS',
  ids: 'Numbers of the things that are asked for, with commas between them',
  cases: 'Numbers of cases, with commas between them',
  year: 'Year of the decree',
  format: 'docx or pdf',
  bahasa: 'en for English; else Indonesian',
  with: 'Numbers of the agencies that sign together, with commas between them',
};

/** A word behind the question mark: `@QueryWord('within')`; undefined where there is none or more than one. */
export function QueryWord(name: string): ParameterDecorator {
  const description = QUERY_WORDS[name] ?? name;
  return described({ name, in: 'query', required: false, description }, readQueryWord(name));
}

const readQueryWord = createParamDecorator((name: string, context: ExecutionContext): string | undefined => {
  const text: unknown = requestOf(context).query[name];
  return typeof text === 'string' ? text : undefined;
});

/** The value, or the refusal thrown to the filter that answers it. */
export function orRefuse<T>(value: T | FullRefusal): Exclude<T, FullRefusal> {
  if (isRefusal(value)) throw new Refused(value);
  return value as Exclude<T, FullRefusal>;
}

/** Reads like `read`, and notes on the handler what is read. */
function described(parameter: RequestParameter, read: ParameterDecorator): ParameterDecorator {
  return (target, key, index) => {
    if (key !== undefined) {
      const handler = handlerOf(target, key);
      const others = (Reflect.getMetadata(PARAMETERS, handler) ?? []) as readonly RequestParameter[];
      // Decorators of parameters run from the last to the first.
      Reflect.defineMetadata(PARAMETERS, [parameter, ...others], handler);
    }
    read(target, key, index);
  };
}

function bodyBy(schema: z.ZodType): ParameterDecorator {
  return createParamDecorator((_: unknown, context: ExecutionContext): unknown => {
    const body: unknown = requestOf(context).body;
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const fields = parsed.error.issues.flatMap(fieldsOf).slice(0, FIELDS_NAMED_AT_MOST);
    throw new Refused({ ...refuse('BODY_INVALID', { field: fields[0]?.path ?? '' }), fields });
  })();
}

type Field = NonNullable<FullRefusal['fields']>[number];

function fieldsOf(issue: z.core.$ZodIssue): readonly Field[] {
  const at = (...path: PropertyKey[]): string => path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: at(...issue.path, key), expected: 'unknown' }));
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : issue.code;
  return [{ path: at(...issue.path), expected }];
}

function handlerOf(target: object, key: string | symbol): object {
  return (target as Record<string | symbol, object>)[key] as object;
}

function requestOf(context: ExecutionContext): Request {
  return context.switchToHttp().getRequest<Request>();
}
