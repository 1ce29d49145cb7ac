import { addDays } from '@gongqiao/calendar'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Post } from './contract.ts'
import { asUnit, type OpenUnit, openUnitColumns } from './open-unit.ts'
import { actsOf } from './roles.ts'
import { withheldFromCaretaker } from './terms/caretaker.ts'
import { isCaretaker } from './terms/term.ts'

type PostRow = OpenUnit & {
  post_id: string
  title: string
  role: string
  holder_name: string | null
  since: string | null
  term_until: string | null
}

const postColumns = `p.id as post_id, p.title, p.role, h.holder_name, h.valid_from as since, ${openUnitColumns},
  (select coalesce(t.extended_until, t.ends_on) from organization.term t
    where t.unit_id = p.unit_id and t.valid_to is null and t.superseded_at is null) as term_until`

function asPost(row: PostRow, today: string): Post {
  const caretaker = isCaretaker(row.term_until, today)
  const acts = actsOf(row.role)
  const withheld = caretaker ? withheldFromCaretaker(acts) : new Set()
  return {
    id: row.post_id,
    title: row.title,
    role: row.role,
    unit: asUnit(row),
    acts: [...acts].filter((act) => !withheld.has(act)).sort(),
    holderName: row.holder_name,
    since: row.since,
    caretakerFrom: caretaker && row.term_until !== null ? addDays(row.term_until, 1) : null,
  }
}

/** The posts an account holds on a day, the one held longest first: a post that comes along does not change where a day begins. */
export async function postsOfAccount(tx: Tx, account: string, today: string): Promise<Post[]> {
  const rows = await tx.many<PostRow>(
    `select ${postColumns} from kernel.post_holding h
     join kernel.post p on p.id = h.post_id
     join organization.open_unit u on u.id = p.unit_id
     where h.account_id = $1 and h.superseded_at is null and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2)
     order by h.valid_from, h.recorded_at, u.cell_id, u.path, p.id limit 50`,
    [account, today],
  )
  return rows.map((row) => asPost(row, today))
}

/** The posts of one union with who holds them. */
export async function postsOfUnit(tx: Tx, unit: string, today: string): Promise<Post[]> {
  const rows = await tx.many<PostRow>(
    `select ${postColumns} from kernel.post p
     join organization.open_unit u on u.id = p.unit_id
     left join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null
     where p.unit_id = $1 order by p.id limit 100`,
    [unit],
  )
  return rows.map((row) => asPost(row, today))
}

/** One post with its holder, or undefined. */
export async function findPost(tx: Tx, post: string, today: string): Promise<Post | undefined> {
  const row = await tx.maybe<PostRow>(
    `select ${postColumns} from kernel.post p
     join organization.open_unit u on u.id = p.unit_id
     left join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null
     where p.id = $1`,
    [post],
  )
  return row && asPost(row, today)
}
