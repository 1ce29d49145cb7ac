import { narrow, tidyCode, tidyHyphenated } from '../tidy.ts'

/** Says whether a text is a postcode (邮政编码) of six digits. */
export function isPostcode(text: string): boolean {
  return /^\d{6}$/.test(tidyCode(text))
}

/** Says whether a text has the shape of a bank account (银行账号), 8 to 32 digits; spaces and hyphens do no harm. */
export function isBankAccount(text: string): boolean {
  return /^\d{8,32}$/.test(tidyHyphenated(text))
}

/** Says whether a text has the shape of a bank routing number (大额行号), 12 digits. */
export function isBankRoutingNumber(text: string): boolean {
  return /^\d{12}$/.test(tidyCode(text))
}

/** The parts of a document number (文号), 总工发〔2019〕6号. */
export type DocumentNumber = { readonly agency: string; readonly year: number; readonly number: number }

/**
 * Reads a document number (文号); `undefined` when it is none. Square and round brackets are read as 〔 〕.
 *
 * @see rulebook 8.10
 */
export function readDocumentNumber(text: string): DocumentNumber | undefined {
  const parts = /^([^\d〔[(【［]+)[〔[(【［](\d{4})[〕\])】］]第?(\d{1,6})号$/.exec(narrow(text).replace(/\s/g, ''))
  if (parts === null) return undefined
  return { agency: parts[1] ?? '', year: Number(parts[2]), number: Number(parts[3]) }
}
