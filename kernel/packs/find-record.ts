import { Type } from 'typebox'
import { query } from '../command/query.ts'
import { writePaper } from '../documents/paper.ts'
import { matterKey } from '../matter/contract.ts'
import { findMatter } from '../matter/history.ts'
import { wordsOf } from '../matter/matters.ts'
import type { MatterParts } from '../matter/parts.ts'
import { mustKnow } from '../matter/restricted.ts'
import { kindOf } from '../matter/view.ts'
import { absent } from '../refusal.ts'
import type { Services } from '../services.ts'
import { Cell, Id } from '../shapes.ts'
import { makePack } from './make-pack.ts'
import type { Pack } from './pack.ts'
import { packPaper } from './pack-paper.ts'

const input = Type.Object({ ...matterKey, form: Type.Enum(['pdf', 'json']) }, { additionalProperties: false })
const output = Type.Object({
  mediaType: Type.String(),
  bytes: Type.Unsafe<Buffer>(Type.Unknown()),
  fileName: Type.String(),
  cell: Cell,
  subject: Id,
})

/** The record 档案 of a matter as a paper to read or as data that any machine can check. Refuses `kernel.absent`. */
export function findRecord(parts: MatterParts) {
  return query({
    act: 'kernel.export_record',
    by: ['post'],
    input,
    output,
    cellOf: (asked) => asked.cell,
    subjects: ({ cell, subject }) => [{ cell, people: [subject] }],
    async run({ tx, input: { cell, matter: id, form }, actor, now, today, allow, services }) {
      const matter = await findMatter(tx, cell, id)
      if (!matter) throw absent()
      allow(matter.host)
      mustKnow(kindOf(parts, matter), matter, actor)
      const by = wordsOf(actor) ?? ''
      const asker = { services, language: actor.language, now, today, by, reader: 'officer' } as const
      return drawn(services, await makePack(parts, tx, matter, asker), form, matter.subject)
    },
  })
}

/** The record of one's own matter, with what one may read of it. Refuses `kernel.absent`. */
export function findMyRecordOfMatter(parts: MatterParts) {
  return query({
    act: 'kernel.export_my_record',
    by: ['person'],
    input,
    output,
    async run({ tx, input: { cell, matter: id, form }, actor, now, today, allow, mine, services }) {
      if (actor.kind === 'system') throw new Error('the system has no matters')
      allow.self(actor.person)
      await mine(cell)
      const matter = await findMatter(tx, cell, id)
      if (matter?.subject !== actor.person) throw absent()
      const by = services.say(actor.language, 'kernel.pack.person')
      const asker = { services, language: actor.language, now, today, by, reader: 'person' } as const
      return drawn(services, await makePack(parts, tx, matter, asker), form, matter.subject)
    },
  })
}

async function drawn(services: Services, pack: Pack, form: 'pdf' | 'json', subject: string) {
  const { cell, kindWords } = pack.body.matter
  const fileName = `${kindWords}-${pack.body.matter.id}.${form}`
  const bytes =
    form === 'json'
      ? Buffer.from(`${JSON.stringify(pack, null, 1)}\n`)
      : await writePaper(packPaper(pack, services.say))
  const mediaType = form === 'json' ? 'application/json' : 'application/pdf'
  return { mediaType, bytes, fileName, cell, subject }
}
