import type { MatterParts } from '@gongqiao/kernel/matter/parts.ts'

/** The people whom matters are about. */
export const matterPeople: MatterParts['people'] = {
  async cellsOf(tx, person) {
    const rows = await tx.many<{ cell: number }>(
      'select cell_id as cell from people.person_cell where person_id = $1 order by cell_id',
      [person],
    )
    return rows.map((row) => row.cell)
  },
  async rememberCell(tx, person, cell) {
    await tx.run('insert into people.person_cell (person_id, cell_id) values ($1, $2) on conflict do nothing', [
      person,
      cell,
    ])
  },
  find: (tx, cell, person) =>
    tx.maybe<{ name: string; account: string | null }>(
      `select name, account_id as account from people.open_person where cell_id = $1 and id = $2 and gone_on is null`,
      [cell, person],
    ),
}
