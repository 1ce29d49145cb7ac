import type { Block, Paper } from '../documents/paper.ts'
import type { Services } from '../services.ts'
import { type Pack, packMark } from './pack.ts'

/** A pack as the paper that people read and hand over; it carries the check code of its data file. */
export function packPaper({ body, seal }: Pack, say: Services['say']): Paper {
  const { language, matter, made } = body
  const words = (key: string, variables?: { readonly [name: string]: string }) =>
    say(language, `kernel.pack.${key}`, variables)
  const time = (at: string) => timeWords(at, language)
  const { due } = matter
  const blocks: Block[] = [
    {
      kind: 'fields',
      rows: [
        [words('kind'), matter.kindWords],
        [words('about'), matter.title],
        [words('unit'), matter.unit],
        [words('state'), matter.stateWords],
        [words('opened'), time(matter.openedAt)],
        ...(matter.endedAt === null ? [] : [[words('ended'), time(matter.endedAt)] as const]),
        ...(due === null
          ? []
          : [
              [words('due'), due.provisional ? words('due_provisional', { on: due.on }) : due.on] as const,
              [words('rule'), due.words] as const,
            ]),
        [words('number'), `${matter.cell}-${matter.id}`],
      ],
    },
    ...body.content.flatMap(({ title, rows }): Block[] => [
      { kind: 'heading', text: title },
      { kind: 'fields', rows },
    ]),
    { kind: 'heading', text: words('history') },
    {
      kind: 'table',
      head: [words('at'), words('step'), words('by'), words('said')],
      rows: body.history.map(({ at, stepWords, toWords, by, reason, note }) => [
        time(at),
        stepWords === toWords ? stepWords : `${stepWords} → ${toWords}`,
        by,
        [reason, note].filter(Boolean).join('\n'),
      ]),
      shares: [4, 5, 5, 6],
    },
  ]
  if (body.comments.length > 0) {
    const rows = body.comments.map(({ at, by, text }) => [time(at), by, text])
    blocks.push({ kind: 'heading', text: words('comments') })
    blocks.push({ kind: 'table', head: [words('at'), words('by'), words('said')], rows, shares: [3, 4, 8] })
  }
  blocks.push({ kind: 'heading', text: words('attachments') })
  if (body.attachments.length === 0) blocks.push({ kind: 'text', text: words('no_attachments') })
  else {
    const rows = body.attachments.map(({ name, bytes, at, hash }) => [name, String(bytes), time(at), folded(hash)])
    const head = [words('file'), words('size'), words('at'), words('hash')]
    blocks.push({ kind: 'table', head, rows, shares: [5, 2, 4, 8] })
  }
  blocks.push(
    { kind: 'heading', text: words('checking') },
    { kind: 'text', text: words('checking_words'), small: true },
    {
      kind: 'fields',
      rows: [
        [words('mark'), packMark(seal.hash)],
        [words('hash'), folded(seal.hash)],
        [words('suite'), seal.suite],
        [words('key'), folded(seal.publicKey)],
      ],
    },
  )
  return {
    title: words('title'),
    language,
    foot: `${words('made', { by: made.by, at: time(made.at), where: made.where })} · ${packMark(seal.hash)}`,
    brand: made.brand,
    made: new Date(made.at),
    blocks,
  }
}

/** A long code with places to break a line at. */
function folded(code: string): string {
  return (code.match(/.{1,16}/g) ?? []).join(' ')
}

/** An instant in Beijing time (T-CAL-07), to the minute. */
function timeWords(at: string, language: 'zh' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(at))
}
