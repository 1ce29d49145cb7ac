import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { fileNameOf, type RecordFile, type RecordSection } from '@gongqiao/kernel/matter/record-section.ts'
import type { Language, Texts } from '@gongqiao/kernel/shared/texts.ts'
import type { Turn } from './contract.ts'
import { readMediaFile } from './media/keep-media.ts'
import { recordWords } from './texts/record.ts'
import { turnsOf } from './turns.ts'

/** Every file of a conversation under its name in the record, in the order in which they came: 录音1.webm, 图片1.jpg. */
function namedFiles(turns: readonly Turn[], language: Language) {
  const counts = { voice: 0, picture: 0 }
  return turns.flatMap((turn) =>
    turn.files.map((file) => ({
      ...{ turn, file },
      name: fileNameOf(`${recordWords[language][file.kind]}${++counts[file.kind]}`, file.mediaType),
    })),
  )
}

/** All that was said in a matter of this module, turn by turn, each with the names of its files. */
export async function talkSection(
  { tx, services, language }: RecordContext,
  { cell, id }: Matter,
  kindTexts: { readonly [L in Language]: Texts },
): Promise<RecordSection> {
  const words = recordWords[language]
  const turns = await turnsOf(tx, services, cell, id)
  const named = namedFiles(turns, language)
  return {
    title: words.talk,
    rows: turns.flatMap((turn) => [
      [`${turn.at} ${kindTexts[language][`step.${turn.step}`] ?? words[turn.side]}`, turn.words] as const,
      ...named.filter((one) => one.turn === turn).map(({ name }) => [words.file, name] as const),
    ]),
  }
}

/**
 * The recordings and pictures of a matter of this module. What the store knows them by is no hash of their bytes, so each
 * is opened and hashed as it is given out: whoever has the file can compare.
 */
export async function talkFiles(
  { tx, services, language }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordFile[]> {
  const files: RecordFile[] = []
  for (const { turn, file, name } of namedFiles(await turnsOf(tx, services, cell, id), language)) {
    const { mediaType, bytes } = await readMediaFile(tx, services, cell, id, file.id)
    const by = turn.side === 'asker' ? 'person' : turn.by
    const hash = services.keyring.suite.hash(bytes)
    files.push({ name, mediaType, sizeBytes: bytes.length, at: new Date(turn.at), by, hash })
  }
  return files
}
