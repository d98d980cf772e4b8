import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import {
  BODY_IS_A_FILE,
  BODY_SCHEMA,
  PARAMETERS,
  type RequestParameter,
  type Route,
  listRoutes,
} from '@papan/server-platform';
import * as z from 'zod';
import { ANSWERS } from './answers';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

const TEXT = { type: 'string' } as const;
const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** Sent with every change by whoever is signed in; the same word as the cookie that the browser lets the page read. */
const XSRF: RequestParameter = {
  name: 'X-XSRF-TOKEN',
  in: 'header',
  required: false,
  description: 'The word of the cookie XSRF-TOKEN; needed wherever a session is sent along',
};

/**
 * The description of the API, made from the running routes and from the schemas that check them: OpenAPI 3.1.
 * What is not in the code is not in here.
 */
export function describeApi(app: INestApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Papan UHC')
    .setDescription('The board on which a local government reaches universal health coverage. Refusals: RFC 9457.')
    .setVersion(version)
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('__Host-papan')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema() },
  };
  const bodies = bodySchemas(app);
  const files = new Set(
    listRoutes(app)
      .filter(({ target }) => takesFile(target))
      .map(keyOf),
  );
  const asked = parametersOf(app);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[verb];
      if (operation) item[verb] = describe(operation, verb, path, { bodies, files, asked });
    }
  }
  return document;
}

/** What the handlers say about themselves, under `POST /api/…`. */
interface Known {
  readonly bodies: ReadonlyMap<string, z.ZodType>;
  /** Those whose body is a file. */
  readonly files: ReadonlySet<string>;
  readonly asked: ReadonlyMap<string, readonly RequestParameter[]>;
}

function describe(operation: Operation, verb: Verb, path: string, { bodies, files, asked }: Known): Operation {
  const key = `${verb.toUpperCase()} ${path}`;
  const body = requestBody(bodies.get(key), files.has(key));
  const answer = ANSWERS[key];
  const good = Object.keys(operation.responses).find((status) => status.startsWith('2')) ?? '200';
  return {
    ...operation,
    parameters: [
      ...pathParameters(path),
      ...[...(asked.get(key) ?? []), ...(verb === 'get' ? [] : [XSRF])].map((it) => ({ ...it, schema: TEXT })),
    ],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [good]: {
        description: 'Accepted',
        ...(answer ? { content: { 'application/json': { schema: jsonSchema(answer, 'output') } } } : {}),
      },
      default: { description: 'A refusal', content: { 'application/problem+json': { schema: PROBLEM } } },
    },
  };
}

type Content = NonNullable<Extract<Operation['requestBody'], { content: object }>>['content'];

function requestBody(schema: z.ZodType | undefined, isFile: boolean): Content | undefined {
  if (isFile) return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  return schema ? { 'application/json': { schema: jsonSchema(schema, 'input') } } : undefined;
}

function pathParameters(path: string): NonNullable<Operation['parameters']> {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

/** What the handlers read from query and headers, under `GET /api/…`. */
function parametersOf(app: INestApplication): Known['asked'] {
  return new Map(
    listRoutes(app).map((route) => {
      const found: unknown = Reflect.getMetadata(PARAMETERS, route.target);
      return [keyOf(route), Array.isArray(found) ? (found as readonly RequestParameter[]) : []];
    }),
  );
}

function takesFile(handler: object): boolean {
  return Reflect.getMetadata(BODY_IS_A_FILE, handler) === true;
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}

/** The schemas that the handlers read their bodies by, under `POST /api/…`. */
function bodySchemas(app: INestApplication): Known['bodies'] {
  const found = new Map<string, z.ZodType>();
  for (const route of listRoutes(app)) {
    const schema: unknown = Reflect.getMetadata(BODY_SCHEMA, route.target);
    if (schema instanceof z.ZodType) found.set(keyOf(route), schema);
  }
  return found;
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return Object.fromEntries(Object.entries(made).filter(([key]) => key !== '$schema' && key !== '~standard'));
}

function problemSchema(): object {
  const text = { type: 'string' };
  return {
    type: 'object',
    required: ['type', 'status', 'code', 'title', 'detail', 'mend', 'rule', 'params', 'trace'],
    properties: {
      type: text,
      status: { type: 'integer' },
      code: text,
      title: { ...text, description: 'What was wrong' },
      detail: { ...text, description: 'Which rule it rests on' },
      mend: { ...text, description: 'What to do next' },
      rule: text,
      params: { type: 'object' },
      trace: { ...text, description: 'Finds the line in the log' },
      fields: { type: 'array', items: { type: 'object', properties: { path: text, expected: text } } },
      conflicts: { type: 'array', items: { type: 'object' } },
      version: { type: 'integer' },
      retryAfter: { type: 'integer', description: 'Seconds' },
    },
  };
}
