import { tidyCode } from '../tidy.ts'
import { type CodeOf, codeTable } from './code-table.ts'

/**
 * 政治面貌: political status.
 *
 * @see GB/T 4762
 */
export const politicalStatuses = codeTable('GB/T 4762', [
  ['01', '中共党员', 'member of the Communist Party of China'],
  ['02', '中共预备党员', 'probationary member of the Communist Party of China'],
  ['03', '共青团员', 'member of the Communist Youth League'],
  ['04', '民革党员', 'member of the Revolutionary Committee of the Chinese Kuomintang'],
  ['05', '民盟盟员', 'member of the China Democratic League'],
  ['06', '民建会员', 'member of the China National Democratic Construction Association'],
  ['07', '民进会员', 'member of the China Association for Promoting Democracy'],
  ['08', '农工党党员', "member of the Chinese Peasants' and Workers' Democratic Party"],
  ['09', '致公党党员', 'member of the China Zhi Gong Party'],
  ['10', '九三学社社员', 'member of the Jiusan Society'],
  ['11', '台盟盟员', 'member of the Taiwan Democratic Self-Government League'],
  ['12', '无党派民主人士', 'democratic personage without party affiliation'],
  ['13', '群众', 'no affiliation'],
])

/** Two-digit political status code. */
export type PoliticalStatusCode = CodeOf<typeof politicalStatuses>

/** Reads a political status from an import, where 1 to 9 may stand without the leading zero; `undefined` when it is none. */
export function readPoliticalStatus(text: string): PoliticalStatusCode | undefined {
  const code = tidyCode(text).padStart(2, '0')
  return politicalStatuses.has(code) ? code : undefined
}
