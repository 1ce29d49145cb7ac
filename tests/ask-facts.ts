import { askCountName } from '../modules/rights/ask-count.ts'
import type { House } from './house.ts'

/** Waits until every fact is numbered and the figures of asks have heard of it. */
export async function deliverFacts(house: House): Promise<void> {
  for (;;) {
    const [row] = await house.rows(
      `select (select count(*) from kernel.outbox)::int as waiting, (
         select count(*) from kernel.fact_lease l left join kernel.consumer c on c.cell_id = l.cell_id and c.name = $1
         where l.next_number - 1 > coalesce(c.number, 0))::int as behind`,
      [askCountName],
    )
    if (row?.waiting === 0 && row.behind === 0) return
    house.services.wake()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
