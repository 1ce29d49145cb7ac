import { narrow } from '@gongqiao/codes'
import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import type { Services } from '@gongqiao/kernel/services.ts'

/** What an asker gave about themselves and their employer. Null where they gave nothing. */
export type AskContent = {
  readonly name: string | null
  readonly phone: string | null
  readonly employerName: string | null
  readonly employerCode: string | null
}

const contentOf = (cell: number, matter: string) => ({ cell, table: 'rights.ask', column: 'content', id: matter })
const wordsOf = (cell: number, matter: string, number: number) => ({
  cell,
  table: 'rights.ask_turn',
  column: 'words',
  id: `${matter} ${number}`,
})

/** Seals what an ask is about, for its one row. */
export async function sealContent(services: Services, cell: number, matter: string, content: AskContent) {
  return sealField(await services.keyring.dataKey(cell), contentOf(cell, matter), JSON.stringify(content))
}

/** Opens what an ask is about. */
export async function openContent(
  services: Services,
  cell: number,
  matter: string,
  sealed: Buffer,
): Promise<AskContent> {
  await services.keyring.dataKey(cell)
  const plain = openField((at, key) => services.keyring.resolve(at, key), contentOf(cell, matter), sealed)
  return asContent(JSON.parse(plain))
}

/** Seals the words of one turn. */
export async function sealWords(services: Services, cell: number, matter: string, number: number, words: string) {
  return sealField(await services.keyring.dataKey(cell), wordsOf(cell, matter, number), words)
}

/** Opens the words of one turn; the cell's key has been asked for before. */
export function openWords(services: Services, cell: number, matter: string, number: number, sealed: Buffer): string {
  return openField((at, key) => services.keyring.resolve(at, key), wordsOf(cell, matter, number), sealed)
}

/**
 * The digest that tells which asks are about the same employer: of the credit code where there is one, else of the name
 * as it is compared, without spaces, brackets and the usual endings.
 */
export function employerDigest(services: Services, employer: Pick<AskContent, 'employerName' | 'employerCode'>) {
  const { employerCode, employerName } = employer
  if (employerCode !== null) return services.keyring.digest('credit_code', employerCode)
  const plain = employerName === null ? '' : plainEmployer(employerName)
  return plain === '' ? null : services.keyring.digest('credit_code', `name ${plain}`)
}

/** An employer's name as it is compared. */
export function plainEmployer(name: string): string {
  return narrow(name)
    .toLowerCase()
    .replace(/[\s()（）[\]【】·.,，。、"“”'‘’-]/g, '')
    .replace(/(有限责任公司|股份有限公司|有限公司|公司)$/, '')
}

/** Safe because only `sealContent` seals under this place. */
function asContent(value: unknown): AskContent {
  return value as AskContent
}
