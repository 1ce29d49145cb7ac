import { type MatterKind, matterKind } from '@gongqiao/kernel/matter/kind.ts'
import { electionRecord } from './election-record.ts'
import { byElection, reElection, removal } from './machine.ts'
import { removalRecord } from './removal-record.ts'
import { kindEn, kindZh } from './texts/kinds.ts'

/** The matters of elections, as queue and timeline know them; their steps are commands of this module. */
export const electionKinds: readonly MatterKind[] = [
  matterKind({
    ...{ definition: reElection, texts: { zh: kindZh.reElection, en: kindEn.reElection }, own: true },
    record: electionRecord,
  }),
  matterKind({
    ...{ definition: byElection, texts: { zh: kindZh.byElection, en: kindEn.byElection }, own: true },
    record: electionRecord,
  }),
  matterKind({
    ...{ definition: removal, texts: { zh: kindZh.removal, en: kindEn.removal }, own: true },
    record: removalRecord,
  }),
]
