import type { Tx } from '../database/tx.ts'
import { attachmentsOf, commentsOf, formsOf } from '../matter/contents.ts'
import { byOf, dueOf } from '../matter/history.ts'
import type { Matter } from '../matter/matters.ts'
import type { MatterParts } from '../matter/parts.ts'
import { hostOf, kindOf } from '../matter/view.ts'
import type { Services } from '../services.ts'
import type { Language } from '../shared/texts.ts'
import { givenSections } from './given.ts'
import { kindWords } from './kind-words.ts'
import { type Pack, type PackAttachment, type PackEvent, packFormat, sealPack } from './pack.ts'

/** Who asks for a pack, and when. */
export type PackAsker = {
  readonly services: Services
  readonly language: Language
  readonly now: Date
  readonly today: string
  /** As the pack will say who exported it. */
  readonly by: string
  /** Officers get everything; the person gets what they may read. */
  readonly reader: 'officer' | 'person'
}

/** Nothing is left out of a record: no matter has so many. */
const everything = 100_000

/** Makes the record 档案 of a matter whose place is open: content, history, comments and the hashes of its files, signed. */
export async function makePack(parts: MatterParts, tx: Tx, matter: Matter, asker: PackAsker): Promise<Pack> {
  const { services, language, now, today, reader } = asker
  const of = { cell: matter.cell, matter: matter.id }
  const kind = kindOf(parts, matter)
  const words = kindWords(services.say, language, kind, matter.kind)
  const say = (key: string, variables?: { readonly [name: string]: string | number }) =>
    services.say(language, `kernel.pack.${key}`, variables)
  const who = (by: string | null) => (by === 'person' ? say('person') : by === 'system' ? say('system') : (by ?? ''))
  const unit = await hostOf(parts, tx, matter)
  const due = dueOf(services, matter, today, language)
  const forms = await formsOf(tx, services, of, everything)
  const context = { tx, services, language, today, reader }
  const own = (await kind?.record?.(context, matter)) ?? []
  const files = (await kind?.recordFiles?.(context, matter)) ?? []
  const comments = await commentsOf(tx, services, of, reader, everything)
  const attachments = await attachmentsOf(tx, of, reader, everything)
  return sealPack(
    {
      format: packFormat,
      language,
      made: { at: now.toISOString(), by: asker.by, where: services.publicUrl, brand: services.brand },
      matter: {
        cell: matter.cell,
        id: matter.id,
        kind: matter.kind,
        kindWords: words('name'),
        title: matter.title,
        unit: unit.name,
        state: matter.state,
        stateWords: words(`state.${matter.state}`),
        openedAt: matter.openedAt.toISOString(),
        endedAt: matter.endedAt?.toISOString() ?? null,
        due: due && {
          on: due.on,
          rule: due.rule,
          article: due.article,
          words: due.words,
          provisional: due.provisional,
        },
      },
      content: [...givenSections(forms, kind?.form, words, say), ...own],
      history: await everyEvent(tx, of, words, who),
      comments: comments.map(({ at, by, text }) => ({ at, by: who(by), text })),
      attachments: toldApart([
        ...attachments.map(({ name, mediaType, sizeBytes, at, by, hash }) => ({
          ...{ name, type: mediaType, bytes: sizeBytes, at, hash },
          by: who(by),
        })),
        ...files.map(({ name, mediaType, sizeBytes, at, by, hash }) => ({
          ...{ name, type: mediaType, bytes: sizeBytes, at: at.toISOString(), hash: hash.toString('hex') },
          by: who(by),
        })),
      ]),
    },
    services.tokens.signer,
  )
}

/** Each file under a name of its own, since whoever checks a record finds files by name: the second 说明.pdf is 说明 (2).pdf. */
function toldApart(files: readonly PackAttachment[]): PackAttachment[] {
  const taken = new Set<string>()
  return files.map((file) => {
    let { name } = file
    for (let number = 2; taken.has(name); number++) name = file.name.replace(/(\.[^.]*)?$/, ` (${number})$1`)
    taken.add(name)
    return { ...file, name }
  })
}

type EventRow = {
  number: number
  at: Date
  step: string
  from_state: string | null
  to_state: string
  actor_kind: string
  by_words: string | null
  reason: string | null
  note: string | null
}

/** The whole history, first things first. */
async function everyEvent(
  tx: Tx,
  { cell, matter }: { readonly cell: number; readonly matter: string },
  words: (key: string) => string,
  who: (by: string | null) => string,
): Promise<Omit<PackEvent, 'hash'>[]> {
  const rows = await tx.many<EventRow>(
    `select number, at, step, from_state, to_state, actor_kind, by_words, reason, note from kernel.matter_event
     where cell_id = $1 and matter_id = $2 order by number`,
    [cell, matter],
  )
  return rows.map(({ number, at, step, from_state, to_state, actor_kind, by_words, reason, note }) => ({
    number,
    at: at.toISOString(),
    step,
    stepWords: words(`step.${step}`),
    from: from_state,
    to: to_state,
    toWords: words(`state.${to_state}`),
    by: who(byOf(actor_kind, by_words)),
    reason: reason === null ? null : words(`reason.${reason}`),
    note,
  }))
}
