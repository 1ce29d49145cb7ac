import { posix } from 'node:path'
import { Refusal } from '../refusal.ts'
import { readXml } from './xml.ts'
import type { Archive } from './zip-archive.ts'

/** What a workbook says of itself. */
export type Workbook = {
  /** Its sheets of cells in their order; what is shown before what is hidden. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly names: readonly string[]
  /** Counts days from 1904 instead of 1900. */
  readonly from1904: boolean
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
}

type Attributes = { readonly [name: string]: string }
const sheetsInWorkbook = 1_000

/** Finds the parts of a workbook. Refuses `sheet.not_a_sheet`, `sheet.macro`, `sheet.binary` and `sheet.broken`. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (archive.names.some((name) => /(^|\/)vbaProject[^/]*\.bin$|^xl\/macrosheets\//i.test(name)))
    throw new Refusal('sheet.macro')
  if (archive.names.some((name) => /(^|\/)workbook\.bin$/i.test(name))) throw new Refusal('sheet.binary')
  const types = '[Content_Types].xml'
  if (!archive.names.includes(types)) throw new Refusal('sheet.not_a_sheet')
  await eachTag(archive, types, (name, attributes) => {
    const type = attributes.ContentType ?? ''
    if (/Override|Default/.test(name) && /macroEnabled|vbaProject/i.test(type)) throw new Refusal('sheet.macro')
  })
  const root = await relations(archive, '_rels/.rels', '')
  const main = [...root.values()].find((relation) => relation.type.endsWith('/officeDocument'))?.part
  if (!main || !archive.names.includes(main)) throw new Refusal('sheet.not_a_sheet')

  const related = await relations(archive, relationsOf(main), posix.dirname(main))
  const listed: { name: string; part: string; hidden: boolean }[] = []
  let from1904 = false
  await eachTag(archive, main, (name, attributes) => {
    if (name === 'workbookPr') from1904 = isTrue(attributes.date1904)
    if (name !== 'sheet' || listed.length >= sheetsInWorkbook) return
    const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? ''
    const relation = related.get(id)
    if (!relation?.type.endsWith('/worksheet') || !archive.names.includes(relation.part)) return
    const hidden = /hidden/i.test(attributes.state ?? '')
    listed.push({ name: attributes.name ?? '', part: relation.part, hidden })
  })
  if (listed.length === 0) throw new Refusal('sheet.not_a_sheet')
  const partOf = (type: string) => {
    const part = [...related.values()].find((relation) => relation.type.endsWith(type))?.part
    return part && archive.names.includes(part) ? part : undefined
  }
  return {
    sheets: [...listed.filter(({ hidden }) => !hidden), ...listed.filter(({ hidden }) => hidden)],
    names: listed.map(({ name }) => name),
    from1904,
    sharedStrings: partOf('/sharedStrings'),
    styles: partOf('/styles'),
  }
}

/** Whether an attribute says yes. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

async function relations(archive: Archive, part: string, folder: string) {
  const found = new Map<string, { readonly type: string; readonly part: string }>()
  if (!archive.names.includes(part)) return found
  await eachTag(archive, part, (name, { Id, Type, Target, TargetMode }) => {
    if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return
    const target = Target.startsWith('/') ? Target.slice(1) : posix.normalize(posix.join(folder, Target))
    found.set(Id, { type: Type ?? '', part: target })
  })
  return found
}

function relationsOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
}

async function eachTag(archive: Archive, part: string, open: (name: string, attributes: Attributes) => void) {
  for await (const _ of readXml(archive.unpack(part), { open }));
}
