import { type MatterKind, matterKind } from '@gongqiao/kernel/matter/kind.ts'
import { ask, retaliation } from './machine.ts'
import { moveAsk } from './moving.ts'
import { askRecord } from './record.ts'
import { talkFiles } from './record-talk.ts'
import { retaliationRecord } from './retaliation-record.ts'
import { askWords, retaliationWords } from './texts/kinds.ts'

/** The kinds of matter of this module, for the engine: their steps are taken by the commands here. */
export const rightsMatterKinds: readonly MatterKind[] = [
  matterKind({
    ...{ definition: ask, texts: askWords, own: true, onMove: moveAsk },
    ...{ record: askRecord, recordFiles: talkFiles },
  }),
  matterKind({
    ...{ definition: retaliation, texts: retaliationWords, own: true, restricted: 'rights.view_retaliation' },
    ...{ record: retaliationRecord, recordFiles: talkFiles },
  }),
]
