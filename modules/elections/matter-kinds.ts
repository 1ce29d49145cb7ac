import { type MatterKind, matterKind } from '@gongqiao/kernel/matter/kind.ts'
import { byElection, reElection, removal } from './machine.ts'
import { kindEn, kindZh } from './texts/kinds.ts'

/** The matters of elections, as queue and timeline know them; their steps are commands of this module. */
export const electionKinds: readonly MatterKind[] = [
  matterKind({ definition: reElection, texts: { zh: kindZh.reElection, en: kindEn.reElection }, own: true }),
  matterKind({ definition: byElection, texts: { zh: kindZh.byElection, en: kindEn.byElection }, own: true }),
  matterKind({ definition: removal, texts: { zh: kindZh.removal, en: kindEn.removal }, own: true }),
]
