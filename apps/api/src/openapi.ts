import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { BODY_SCHEMA, listRoutes } from '@papan/server-platform';
import * as z from 'zod';
import { ANSWERS } from './answers';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

const PROBLEM = { $ref: '#/components/schemas/Problem' };
const WRITES_OUTSIDE_COMMANDS = /^\/api\/(session|welcome|regions\/\{region\}\/people)/;

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
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[verb];
      if (operation) item[verb] = describe(operation, verb, path, bodies);
    }
  }
  return document;
}

function describe(operation: Operation, verb: Verb, path: string, bodies: ReadonlyMap<string, z.ZodType>): Operation {
  const key = `${verb.toUpperCase()} ${path}`;
  const body = bodies.get(key);
  const answer = ANSWERS[key];
  const good = Object.keys(operation.responses).find((status) => status.startsWith('2')) ?? '200';
  return {
    ...operation,
    parameters: [...pathParameters(path), ...(isCommand(verb, path) ? commandHeaders(verb) : [])],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } } }
      : {}),
    responses: {
      [good]: {
        description: 'Accepted',
        ...(answer ? { content: { 'application/json': { schema: jsonSchema(answer, 'output') } } } : {}),
      },
      default: { description: 'A refusal', content: { 'application/problem+json': { schema: PROBLEM } } },
    },
  };
}

function isCommand(verb: Verb, path: string): boolean {
  return verb !== 'get' && path.startsWith('/api/regions/') && !WRITES_OUTSIDE_COMMANDS.test(path);
}

function pathParameters(path: string): NonNullable<Operation['parameters']> {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function commandHeaders(verb: Verb): NonNullable<Operation['parameters']> {
  const header = (name: string, description: string) =>
    ({ name, in: 'header', required: true, description, schema: { type: 'string' } }) as const;
  return [
    header('Idempotency-Key', 'UUID of this command; sent again with it, the answer is the same'),
    ...(verb === 'patch' ? [header('If-Match', 'The version that the editor had seen, in quotes')] : []),
  ];
}

/** The schemas that the handlers read their bodies by, under `POST /api/…`. */
function bodySchemas(app: INestApplication): ReadonlyMap<string, z.ZodType> {
  const found = new Map<string, z.ZodType>();
  for (const route of listRoutes(app)) {
    const schema: unknown = Reflect.getMetadata(BODY_SCHEMA, route.target);
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    if (schema instanceof z.ZodType) found.set(`${route.method} ${path}`, schema);
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
