import type { PersonActor } from '@gongqiao/kernel/command/actor.ts'
import type { Cookie } from '@gongqiao/kernel/command/command.ts'
import { randomToken } from '@gongqiao/kernel/crypto/random.ts'
import { hot, inOneStatement, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'

/** The cookie of a member's session: the cell, a dot, and a secret that only the browser has. */
export const memberCookie = 'gongqiao-member'
const sessionDays = 90

const takeCode = hot('people.take_phone_code', 'select people.take_phone_code($1, $2, $3) as left')

/** Checks a code: undefined when it was right (and is gone now), else the refusal that says how many tries are left. */
export async function takePhoneCode(
  tx: Tx,
  services: Services,
  phone: string,
  code: string,
  now: Date,
): Promise<Refusal | undefined> {
  const { keyring } = services
  const { left } = await tx.one<{ left: number }>(takeCode, [
    keyring.digest('phone', phone),
    keyring.digest('code', `${phone} ${code}`),
    now,
  ])
  return left === -1 ? undefined : phoneCodeRefusal(left)
}

/** The refusal for a wrong code, with the tries that are left. */
export function phoneCodeRefusal(left: number): Refusal {
  if (left === 0) {
    return new Refusal('people.phone_code_over', {
      faults: [{ field: '/phoneCode', code: 'people.phone_code_over' }],
      about: { left },
    })
  }
  return new Refusal('people.phone_code_wrong', {
    variables: { left },
    faults: [{ field: '/phoneCode', code: 'people.phone_code_wrong', variables: { left } }],
    about: { left },
  })
}

/** A new session's values: the token for the browser, its digest for the table, and when it ends. */
export function newSession(services: Services, cell: number, now: Date) {
  const token = `${cell}.${randomToken(24)}`
  const seconds = sessionDays * 86_400
  const cookie: Cookie = { name: memberCookie, value: token, maxAgeSeconds: seconds }
  return {
    digest: services.keyring.digest('session', token),
    cookie,
    expiresAt: new Date(now.getTime() + seconds * 1000),
  }
}

/** Opens a session for an account in its cell and gives its cookie. */
export async function openSession(
  tx: Tx,
  services: Services,
  cell: number,
  account: string,
  now: Date,
): Promise<Cookie> {
  const session = newSession(services, cell, now)
  await tx.run(
    'insert into people.session (cell_id, token_digest, account_id, created_at, expires_at) values ($1, $2, $3, $4, $5)',
    [cell, session.digest, account, now, session.expiresAt],
  )
  return session.cookie
}

/** The cookie that ends a session in the browser. */
export const endedSession: Cookie = { name: memberCookie, value: '', maxAgeSeconds: 0 }

/** The cell a session token names, or undefined for text that is none. */
export function cellOfToken(token: string): number | undefined {
  const cell = /^(\d{1,6})\.[\w-]{20,60}$/.exec(token)?.[1]
  return cell === undefined ? undefined : Number(cell)
}

const findSession = hot(
  'people.find_session',
  `select a.id as account, a.person_id as person, a.path, s.moved_to as "movedTo" from people.session s
   join people.account a on a.cell_id = s.cell_id and a.id = s.account_id
   where s.cell_id = $1 and s.token_digest = $2 and s.expires_at > $3 and s.ended_at is null`,
)

type SessionRow = {
  readonly account: string
  readonly person: string
  readonly path: string
  readonly movedTo: number | null
}

/** Nobody moves so often while one session lasts: whatever leads further leads in a ring. */
const movesAtMost = 20

/**
 * Who a member's session belongs to, or undefined when it has ended. One statement, and one more for each cell the person
 * has moved on to since they signed in.
 */
export async function whoseSession(
  services: Services,
  token: string,
): Promise<Pick<PersonActor, 'account' | 'person' | 'place'> | undefined> {
  const began = cellOfToken(token)
  if (began === undefined) return undefined
  let cell: number = began
  const digest = services.keyring.digest('session', token)
  for (let moves = 0; moves <= movesAtMost; moves++) {
    const values: readonly unknown[] = [cell, digest, services.now()]
    const [row]: readonly SessionRow[] = await inOneStatement<SessionRow>(services.pool, findSession, values)
    if (!row) return undefined
    if (row.movedTo === null) return { account: row.account, person: row.person, place: { cell, path: row.path } }
    cell = row.movedTo
  }
  return undefined
}
