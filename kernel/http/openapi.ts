import { type TSchema, Type } from 'typebox'
import type { ActorKind } from '../command/actor.ts'
import { pathNames, propertiesOf } from './input.ts'
import { type Components, collectComponents, type ShapeText } from './openapi-shapes.ts'
import type { Route } from './route.ts'

/** An OpenAPI 3.1 document of the route tables. */
export type OpenApi = ShapeText & {
  readonly openapi: '3.1.1'
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
  readonly components: ShapeText & { readonly schemas: { readonly [name: string]: ShapeText } }
}

/** One operation: what a route is, what it takes, what it answers, which act it is and who may ask. */
export type Operation = ShapeText & {
  readonly operationId: string
  readonly 'x-act': string
  readonly 'x-actors': readonly ActorKind[]
}

/** What a document says of the installation. */
export type ApiFacts = {
  readonly title: string
  readonly version: string
  readonly description: string
  /** Names of the two session cookies. */
  readonly cookies: { readonly officer: string; readonly member: string }
}

const closed = { additionalProperties: false } as const
const ProblemShape = Type.Object(
  {
    type: Type.String({ format: 'uri' }),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    code: Type.String({ description: 'the refusal by name' }),
    detail: Type.String({ description: 'what it means and what to do next, in the language of Accept-Language' }),
    basis: Type.Optional(Type.String({ description: 'the article or rule behind it' })),
    request: Type.Optional(Type.String({ description: 'of a mistake: the mark it has in the log' })),
    faults: Type.Optional(
      Type.Array(
        Type.Object(
          { field: Type.String({ format: 'json-pointer' }), code: Type.String(), text: Type.String() },
          closed,
        ),
        { description: 'every wrong field, all at once' },
      ),
    ),
    about: Type.Optional(Type.Object({}, { description: 'facts the screen needs to go on' })),
  },
  { $id: 'kernel.Problem', description: 'RFC 9457', ...closed },
)

/** Refusals any route of a kind may answer, by status; the others come under `default`. */
const problems = {
  400: ['Malformed', '内容不是 UTF-8 编码的 JSON'],
  401: ['SignInFirst', '请先登录'],
  403: ['Forbidden', '现在的岗位不能办这件事，或不是从本站页面发出'],
  404: ['Absent', '没有找到，或不在能看到的范围内：两者同一答复'],
  409: ['Conflict', '现在办不了，或同一件事正在办理'],
  413: ['TooLarge', '内容太大'],
  415: ['MediaType', '不支持这种格式'],
  422: ['InvalidInput', '每一处错误一次说全；或同一编号带来了不同的内容'],
} as const
type ProblemStatus = keyof typeof problems

/** Writes the document of a route table. It throws when two operations or two different shapes bear one name. */
export function openApiOf(routes: readonly Route[], facts: ApiFacts): OpenApi {
  const components = collectComponents()
  const problemContent = {
    'application/problem+json': { schema: components.described(ProblemShape) },
  }
  const paths: { [path: string]: { [method: string]: Operation } } = {}
  const operationIds = new Set<string>()
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => `{${spokenName(name)}}`)
    const operation = operationOf(route, components)
    if (operationIds.has(operation.operationId)) throw new Error(`two operations are called ${operation.operationId}`)
    operationIds.add(operation.operationId)
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: facts.title,
      version: facts.version,
      description: facts.description,
      license: { name: 'Mulan PSL v2', identifier: 'MulanPSL-2.0' },
    },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: components.schemas(),
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: '提交编号：同一编号在 24 小时内重复提交，答复相同，不会办两次',
          schema: { type: 'string', format: 'uuid' },
        },
        Post: {
          name: 'X-Post',
          in: 'header',
          description: '以哪个岗位办理',
          schema: { type: 'string', format: 'uuid' },
        },
        PostInAddress: {
          name: 'post',
          in: 'query',
          description: '以哪个岗位办理：图片和实时数据不能带请求头时用',
          schema: { type: 'string', format: 'uuid' },
        },
      },
      responses: Object.fromEntries([
        ...Object.values(problems).map(([name, description]) => [name, { description, content: problemContent }]),
        ['Problem', { description: '其他拒绝，按 code 区分', content: problemContent }],
      ]),
      securitySchemes: {
        officerSession: { type: 'apiKey', in: 'cookie', name: facts.cookies.officer, description: '干部登录' },
        program: { type: 'http', scheme: 'bearer', description: '访问令牌：程序以一个岗位、在限定范围内办事' },
        memberSession: { type: 'apiKey', in: 'cookie', name: facts.cookies.member, description: '会员登录' },
      },
    },
  }
}

function operationOf(route: Route, components: Components): Operation {
  const { act } = route
  const names = route.path.split(/[/.]/).flatMap((part) => part.replace(/^:/, '').split('-'))
  const body = bodyOf(route, components)
  return {
    operationId:
      route.method.toLowerCase() + names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join(''),
    summary: route.summary,
    tags: [act.act.split('.')[0]],
    'x-act': act.act,
    'x-actors': act.by,
    security: securityOf(act.by),
    parameters: parametersOf(route, components),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: responsesOf(route, body !== undefined, components),
  }
}

/** Names that generated clients could not have as a variable: there they are called otherwise, at the same place. */
const reserved: ReadonlySet<string> = new Set(['import', 'export', 'default', 'delete', 'class', 'function', 'new'])

/** What a name of a path is called in the document. */
export function spokenName(name: string): string {
  return reserved.has(name) ? `${name}Id` : name
}

/** What of an input the bytes of a body are. */
const ofBytes = ['bytes', 'mediaType']
/** Whether the input beyond the path stands in the query string. */
const inAddress = (route: Route) => route.method === 'GET' || route.bodyBytes !== undefined

function parametersOf(route: Route, components: Components): ShapeText[] {
  const properties = propertiesOf(route.act.input)
  const inPath = pathNames(route.path)
  const asked = inAddress(route)
    ? Object.keys(properties).filter((name) => !inPath.includes(name) && !(route.bodyBytes && ofBytes.includes(name)))
    : []
  const needed = requiredOf(route.act.input)
  const one = (name: string, place: 'path' | 'query') => {
    const { description, ...schema } = components.described(properties[name] ?? Type.Unknown())
    return {
      name: place === 'path' ? spokenName(name) : name,
      in: place,
      required: place === 'path' || needed.has(name),
      ...(description !== undefined && { description }),
      schema,
    }
  }
  const common = (name: string) => ({ $ref: `#/components/parameters/${name}` })
  return [
    ...inPath.map((name) => one(name, 'path')),
    ...asked.map((name) => one(name, 'query')),
    ...(route.act.by.includes('post') ? [common('Post')] : []),
    ...(route.act.by.includes('post') && (route.live || route.asBytes) ? [common('PostInAddress')] : []),
    ...(route.act.kind === 'command' ? [common('IdempotencyKey')] : []),
  ]
}

function bodyOf(route: Route, components: Components): ShapeText | undefined {
  if (route.method === 'GET') return undefined
  if (route.bodyBytes) return Object.fromEntries(route.bodyBytes.map((type) => [type, {}]))
  const shape = route.act.input
  const properties = propertiesOf(shape)
  const inPath = pathNames(route.path)
  const sent = Object.keys(properties).filter((name) => !inPath.includes(name))
  if (sent.length === 0) return undefined
  if (inPath.length === 0) return { 'application/json': { schema: components.described(shape) } }
  const needed = requiredOf(shape)
  return {
    'application/json': {
      schema: {
        type: 'object',
        required: sent.filter((name) => needed.has(name)),
        properties: Object.fromEntries(
          sent.map((name) => [name, components.described(properties[name] ?? Type.Unknown())]),
        ),
        additionalProperties: false,
      },
    },
  }
}

function responsesOf(route: Route, hasBody: boolean, components: Components): ShapeText {
  const statuses: ProblemStatus[] = [
    ...(hasBody ? ([400, 413, 415] as const) : []),
    ...(route.act.by.includes('anyone') ? [] : ([401] as const)),
    ...(route.method === 'POST' || route.act.by.includes('post') ? ([403] as const) : []),
    ...(route.path.includes(':') ? ([404] as const) : []),
    ...(route.act.kind === 'command' ? ([409] as const) : []),
    ...(Object.keys(propertiesOf(route.act.input)).length > 0 || route.method === 'POST' ? ([422] as const) : []),
  ]
  return {
    [route.status]: { description: route.summary, content: answerOf(route, components) },
    ...Object.fromEntries(
      statuses.map((status) => [status, { $ref: `#/components/responses/${problems[status][0]}` }]),
    ),
    default: { $ref: '#/components/responses/Problem' },
  }
}

function answerOf(route: Route, components: Components): ShapeText {
  if (route.asBytes) return Object.fromEntries(route.asBytes.map((type) => [type, {}]))
  const schema = components.described(route.act.output)
  if (!route.live) return { 'application/json': { schema } }
  return {
    'text/event-stream': {
      schema: {
        type: 'string',
        description: `event: ${route.live.event}`,
        contentMediaType: 'application/json',
        contentSchema: schema,
      },
    },
  }
}

/** Any one of these lets a request in; the empty one is nobody signed in. */
function securityOf(by: readonly ActorKind[]): ShapeText[] {
  const officers = by.includes('post') || by.includes('officer')
  return [
    ...(by.includes('anyone') ? [{}] : []),
    ...(officers ? [{ officerSession: [] }] : []),
    ...(by.includes('post') ? [{ program: [] }] : []),
    ...(by.includes('person') ? [{ memberSession: [] }] : []),
  ]
}

function requiredOf(shape: TSchema): ReadonlySet<string> {
  return new Set('required' in shape && Array.isArray(shape.required) ? shape.required.map(String) : [])
}
