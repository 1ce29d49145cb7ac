/** What may stand in one place of a document: a plain type, another kind of object, a list or a map of them. */
type Form =
  | 'text'
  | 'flag'
  | 'anything'
  | { readonly kind: string }
  | { readonly list: Form }
  | { readonly map: Form; readonly names?: RegExp }

const kind = (name: string): Form => ({ kind: name })
const list = (form: Form): Form => ({ list: form })
const map = (form: Form, names?: RegExp): Form => (names ? { map: form, names } : { map: form })

const component = /^[a-zA-Z0-9._-]+$/
const mediaType = /^[\w.+*-]+\/[\w.+*-]+(; [\w-]+=[\w-]+)*$/
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** The objects of OpenAPI 3.1 (section 4.8) as far as a document of ours has them; `!` marks what must be there. */
const objects: { readonly [kind: string]: { readonly [field: string]: Form } } = {
  Document: {
    'openapi!': 'text',
    'info!': kind('Info'),
    servers: list(kind('Server')),
    'paths!': map(kind('PathItem'), /^\//),
    components: kind('Components'),
    security: list(map(list('text'))),
    tags: list(kind('Tag')),
  },
  Info: { 'title!': 'text', 'version!': 'text', summary: 'text', description: 'text', license: kind('License') },
  License: { 'name!': 'text', identifier: 'text', url: 'text' },
  Server: { 'url!': 'text', description: 'text' },
  Tag: { 'name!': 'text', description: 'text' },
  PathItem: Object.fromEntries(methods.map((method) => [method, kind('Operation')])),
  Operation: {
    tags: list('text'),
    summary: 'text',
    description: 'text',
    operationId: 'text',
    parameters: list(kind('Parameter')),
    requestBody: kind('RequestBody'),
    'responses!': map(kind('Response'), /^(default|[1-5](\d\d|XX))$/),
    deprecated: 'flag',
    security: list(map(list('text'))),
  },
  Parameter: { 'name!': 'text', 'in!': 'text', description: 'text', required: 'flag', 'schema!': kind('Schema') },
  RequestBody: { description: 'text', required: 'flag', 'content!': map(kind('MediaType'), mediaType) },
  Response: { 'description!': 'text', content: map(kind('MediaType'), mediaType) },
  MediaType: { schema: kind('Schema') },
  Components: {
    schemas: map(kind('Schema'), component),
    responses: map(kind('Response'), component),
    parameters: map(kind('Parameter'), component),
    securitySchemes: map(kind('SecurityScheme'), component),
  },
  SecurityScheme: { 'type!': 'text', in: 'text', name: 'text', scheme: 'text', description: 'text' },
}

/** Keywords of JSON Schema 2020-12 that shapes of ours use, with what may stand under each. */
const keywords: { readonly [keyword: string]: Form } = {
  type: 'text',
  enum: 'anything',
  const: 'anything',
  properties: map(kind('Schema')),
  patternProperties: map(kind('Schema')),
  uniqueItems: 'flag',
  required: list('text'),
  additionalProperties: 'anything',
  items: kind('Schema'),
  anyOf: list(kind('Schema')),
  description: 'text',
  format: 'text',
  pattern: 'text',
  minLength: 'anything',
  maxLength: 'anything',
  minimum: 'anything',
  maximum: 'anything',
  minItems: 'anything',
  maxItems: 'anything',
  contentMediaType: 'text',
  contentSchema: kind('Schema'),
}
const types = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'])

/** Says everything in which a document is not OpenAPI 3.1, each with a pointer; an empty list when it is. */
export function faultsOfDocument(document: unknown): string[] {
  const faults: string[] = []
  const fault = (at: string, words: string) => faults.push(`${at}: ${words}`)

  function check(value: unknown, form: Form, at: string): void {
    if (form === 'anything') return
    if (form === 'text' || form === 'flag') {
      if (typeof value !== (form === 'text' ? 'string' : 'boolean')) fault(at, `is no ${form}`)
      return
    }
    if ('list' in form) {
      if (!Array.isArray(value)) return void fault(at, 'is no list')
      value.forEach((item, index) => {
        check(item, form.list, `${at}/${index}`)
      })
      return
    }
    if (!isRecord(value)) return void fault(at, 'is no object')
    if ('map' in form) {
      for (const [name, item] of Object.entries(value)) {
        if (form.names && !form.names.test(name)) fault(at, `has no place for ${name}`)
        check(item, form.map, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      }
      return
    }
    if ('$ref' in value) checkReference(value, form.kind, at)
    else if (form.kind === 'Schema') checkSchema(value, at)
    else checkObject(value, objects[form.kind] ?? {}, at)
    if (form.kind === 'Parameter' && value.in === 'path' && value.required !== true)
      fault(at, 'a parameter of the path is required')
  }

  function checkObject(
    value: { readonly [name: string]: unknown },
    fields: { readonly [name: string]: Form },
    at: string,
  ) {
    for (const name of Object.keys(fields)) {
      if (name.endsWith('!') && !(name.slice(0, -1) in value)) fault(at, `lacks ${name.slice(0, -1)}`)
    }
    for (const [name, item] of Object.entries(value)) {
      if (name.startsWith('x-')) continue
      const form = fields[name] ?? fields[`${name}!`]
      if (form) check(item, form, `${at}/${name}`)
      else fault(at, `has no field ${name}`)
    }
  }

  function checkSchema(value: { readonly [name: string]: unknown }, at: string): void {
    checkObject(value, keywords, at)
    const { type, properties = {}, required = [] } = value
    if (type !== undefined && !types.has(String(type))) fault(at, `no type is called ${String(type)}`)
    for (const name of Array.isArray(required) ? required : [])
      if (!isRecord(properties) || !(name in properties)) fault(at, `requires ${name} and does not describe it`)
  }

  /** A reference leads to an object of the kind that is wanted in its place. */
  function checkReference(value: { readonly [name: string]: unknown }, wanted: string, at: string): void {
    const section = { Schema: 'schemas', Response: 'responses', Parameter: 'parameters' }[wanted]
    const [, found, name = ''] = /^#\/components\/(\w+)\/([\w.-]+)$/.exec(String(value.$ref)) ?? []
    const target = found === section && partOf(document, ['components', section ?? '', name])
    if (!target) fault(at, `${String(value.$ref)} leads to no ${wanted}`)
    if (Object.keys(value).length > 1) fault(at, 'a reference stands alone')
  }

  check(document, kind('Document'), '')
  if (!/^3\.1\.\d+$/.test(String(partOf(document, ['openapi'])))) fault('/openapi', 'is no 3.1')
  faults.push(...faultsOfPaths(document))
  return faults
}

/** Names of operations are their own, a path declares its parameters and no others, and who may ask is a known scheme. */
function faultsOfPaths(document: unknown): string[] {
  const faults: string[] = []
  const named = new Set<unknown>()
  const schemes = Object.keys(asRecord(partOf(document, ['components', 'securitySchemes'])))
  for (const [path, item] of Object.entries(asRecord(partOf(document, ['paths'])))) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    for (const [method, operation] of Object.entries(asRecord(item))) {
      const { operationId, parameters, security } = asRecord(operation)
      if (named.has(operationId)) faults.push(`${method} ${path}: another operation is called ${String(operationId)}`)
      named.add(operationId)
      const declared = asList(parameters)
        .map(asRecord)
        .filter((parameter) => parameter.in === 'path')
      if (String(declared.map((parameter) => parameter.name).sort()) !== String([...inPath].sort()))
        faults.push(`${method} ${path}: declares other parameters than its path has`)
      for (const name of asList(security).flatMap((one) => Object.keys(asRecord(one))))
        if (!schemes.includes(name)) faults.push(`${method} ${path}: no scheme is called ${name}`)
    }
  }
  return faults
}

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
const asRecord = (value: unknown) => (isRecord(value) ? value : {})
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function partOf(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), value)
}
