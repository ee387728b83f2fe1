import { type Endpoint, endpoints, problems } from '@kohorte/contracts';
import { sentences } from '@kohorte/rules';
// @ts-expect-error: the storage is needed for nested shapes and has no types of its own
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

interface Schema {
  properties?: Record<string, object>;
  required?: string[];
}

/** The catalogue of endpoints as OpenAPI 3.1, printed from the declarations that the API itself is made of. */
export function openApi(publicUrl: string): object {
  const schemas = validationMetadatasToSchemas({
    refPointerPrefix: '#/components/schemas/',
    classTransformerMetadataStorage: defaultMetadataStorage,
  }) as Record<string, Schema>;
  const paths: Record<string, Record<string, object>> = {};
  for (const [key, declared] of Object.entries(endpoints) as [string, Endpoint][]) {
    const [verb, path] = key.split(' ') as [string, string];
    const address = path.replace(/:(\w+)/g, '{$1}');
    (paths[address] ??= {})[verb.toLowerCase()] = operation(key, path, declared, schemas);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kohorte', version: '1', description: 'Errors are problem details (RFC 9457).' },
    servers: [{ url: `${publicUrl}/api` }],
    paths,
    components: {
      schemas: { ...schemas, Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'kohorte_session' } },
    },
  };
}

function operation(key: string, path: string, declared: Endpoint, schemas: Record<string, Schema>): object {
  const { access, does, query, body, produces, upload } = declared;
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const asked: Schema = query ? (schemas[query.name] ?? {}) : {};
  const inQuery = Object.entries(asked.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: asked.required?.includes(name) ?? false,
    schema,
  }));
  return {
    operationId: key,
    tags: [path.split('/')[1]],
    summary: does,
    description: `Who may: ${sentences[access].says}`,
    ...(access === 'anyone' || access === 'holds-the-link' ? { security: [] } : { security: [{ session: [] }] }),
    ...(inPath.length + inQuery.length > 0 ? { parameters: [...inPath, ...inQuery] } : {}),
    ...(upload ? { requestBody: fileBody } : body ? { requestBody: jsonBody(body.name) } : {}),
    responses: {
      '2XX': { description: 'Done.', content: { [produces ?? 'application/json']: {} } },
      default: {
        description: 'A problem.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const fileBody = {
  content: {
    'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } },
  },
};

const jsonBody = (name: string): object => ({
  required: true,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    params: { type: 'object' },
  },
};
