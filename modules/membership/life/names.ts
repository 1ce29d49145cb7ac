import { nameBigrams } from '@gongqiao/codes'
import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { mendPersonName } from '@gongqiao/modules/people/index.ts'
import { forgetNames, keepNames } from '../names.ts'
import { keepRecord } from './content.ts'

type Parts = Pick<CommandContext<unknown, ActorKind>, 'tx' | 'now' | 'services'>
type Named = {
  readonly cell: number
  readonly membership: string
  readonly person: string
  readonly path: string
  readonly name: string
}

/** Gives a member another name on their record and on the roll, with what it was before written down. The cell is open. */
export async function renameMember(
  { tx, now, services }: Parts,
  { cell, membership, person, path, name: before }: Named,
  name: string,
  today: string,
  proof: { readonly file: string | null; readonly by: string | null },
): Promise<void> {
  await mendPersonName(tx, { cell, person }, name)
  forgetNames(tx, cell, [membership])
  await tx.run('update membership.membership set name = $3, name_bigrams = $4 where cell_id = $1 and id = $2', [
    ...[cell, membership, name, nameBigrams(name)],
  ])
  keepNames(tx, cell, [membership])
  const said = { before, after: name }
  await keepRecord(tx, services, { cell, membership, path, act: 'correct_name', on: today, said, ...proof }, now)
}
