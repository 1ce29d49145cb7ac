import { civilDay } from '@gongqiao/calendar'
import type { ActingPost } from '@gongqiao/kernel/command/actor.ts'
import { hot, inOneStatement } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { actsOf } from './roles.ts'
import { caretakerRefusal, withheldFromCaretaker } from './terms/caretaker.ts'
import { isCaretaker } from './terms/term.ts'

/** A post as it is read for acting. */
export type ActingPostRow = {
  id: string
  title: string
  role: string
  unit_id: string
  unit_name: string
  cell_id: number
  path: string
  ranges: PlaceRange[]
  /** The last day on which the union's committee decides everything; null for a union without a term. */
  term_until: string | null
}

/** What `asActingPost` needs of `kernel.post p`. */
export const actingPostColumns = `p.id, p.title, p.role, p.unit_id, p.unit_name, p.cell_id, p.path,
     (select json_agg(json_build_object('cellLo', r.cell_lo, 'cellHi', r.cell_hi, 'pathLo', r.path_lo, 'pathHi', r.path_hi)
        order by r.cell_lo, r.path_lo) from kernel.post_range r where r.post_id = p.id) as ranges,
     (select coalesce(t.extended_until, t.ends_on) from organization.term t
       where t.unit_id = p.unit_id and t.valid_to is null and t.superseded_at is null) as term_until`

const findActing = hot(
  'organization.find_acting_post',
  `select ${actingPostColumns} from kernel.post_holding h join kernel.post p on p.id = h.post_id
   where h.account_id = $1 and p.id = $2 and h.superseded_at is null
     and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)`,
)

/** The post an account acts as now, or undefined when it does not hold it. */
export async function findActingPost(
  services: Services,
  account: string,
  post: string,
): Promise<ActingPost | undefined> {
  const today = civilDay(services.now())
  const [row] = await inOneStatement<ActingPostRow>(services.pool, findActing, [account, post, today])
  return row && asActingPost(row, today)
}

/** A post with the acts of its role and the ranges it covers; a caretaker's 看守 acts are those of daily work. */
export function asActingPost(row: ActingPostRow, today: string): ActingPost {
  const ofRole = actsOf(row.role)
  const withheld = isCaretaker(row.term_until, today) ? withheldFromCaretaker(ofRole) : undefined
  return {
    id: row.id,
    title: row.title,
    unit: row.unit_id,
    unitName: row.unit_name,
    place: { cell: row.cell_id, path: row.path },
    acts: withheld ? new Set([...ofRole].filter((act) => !withheld.has(act))) : ofRole,
    ranges: row.ranges,
    ...(withheld && { withheld: { acts: withheld, because: caretakerRefusal } }),
  }
}
