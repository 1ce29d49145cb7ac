import type { KindContext, Moving } from '@gongqiao/kernel/matter/kind.ts'

/**
 * Takes the content of an ask along when it is referred 转办: what was said, its files, and where its code leads. An ask that
 * goes elsewhere leaves the group it was joined with.
 *
 * @see rulebook PET 23: filed anywhere, handled where it belongs
 */
export async function moveAsk({ tx }: KindContext, { matter, from, to }: Moving): Promise<void> {
  if (from.cell !== to.cell) throw new Error('an ask moves inside its cell')
  await tx.run('select rights.follow($1, $2, $3)', [from.cell, matter, to.path])
}
