type Answer = { readonly cookie: string; readonly body: { readonly [field: string]: unknown } }

/**
 * Whether the service does what it is for: it says that it is healthy, a demonstration officer can sign in, the roll lists
 * its people, and a joining code can be scanned.
 */
export async function isHealthy(url: string): Promise<boolean> {
  const health = await asked(url, '/api/health').catch(() => undefined)
  if (health?.body['status'] !== 'ok') return false
  const { body: inbox } = await asked(url, '/api/demonstration/inbox')
  const [login, password, code] = officerOf(inbox['officers'])
  const ticket = await asked(url, '/api/officer/sign-in', '', { login, password })
  const session = await asked(url, '/api/officer/sign-in/totp', ticket.cookie, { code })
  const { body: self } = await asked(url, '/api/officer/me', session.cookie)
  const [post, unit] = postOf(self['posts'])
  const { body: roll } = await asked(url, `/api/units/${unit}/people?post=${post}`, session.cookie)
  if (!Array.isArray(roll['items']) || roll['items'].length === 0) throw new Error('the roll lists nobody')
  const invitation = String(inbox['joinLink']).split('/').at(-1)
  await asked(url, `/api/joining/invitations/${invitation}`)
  return true
}

async function asked(url: string, path: string, cookie = '', body?: object): Promise<Answer> {
  const answer = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, 'x-gongqiao': '1', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  return { cookie: cookies.join('; '), body: asFields(await answer.json()) }
}

/** Login, password and present code of the county officer on the inbox page. */
function officerOf(officers: unknown): readonly [string, string, string] {
  const county = asList(officers).find(({ login }) => login === 'demo-county')
  return [String(county?.['login']), String(county?.['password']), String(county?.['code'])]
}

/** The first post of an officer, and its unit. */
function postOf(posts: unknown): readonly [string, string] {
  const [post] = asList(posts)
  return [String(post?.['id']), String(asFields(post?.['unit'])['id'])]
}

/** Safe because every answer of ours is an object; a field that is not there is undefined. */
function asFields(value: unknown): { readonly [field: string]: unknown } {
  return value as { readonly [field: string]: unknown }
}

/** Safe for the same reason. */
function asList(value: unknown): readonly { readonly [field: string]: unknown }[] {
  return value as readonly { readonly [field: string]: unknown }[]
}
