import { holdsBirthAndSex } from '@gongqiao/codes'
import type { WindowApplication } from '@gongqiao/modules/membership/contract.ts'
import type { IdentityKind, Sex } from '@gongqiao/modules/people/contract.ts'

/** What staff type at the window; a field that was not touched is empty. */
export type WindowDraft = {
  readonly kind: IdentityKind
  readonly number: string
  readonly name: string
  readonly birthDate: string | null
  readonly sex: Sex | null
  readonly phone: string
  readonly proof: ProofDraft
  readonly notice: boolean
  readonly sensitive: boolean
  /** The employer's union, whose page this is, is not to know 保密. */
  readonly confidential: boolean
}

/** How the person will confirm: a code they read out, or the id of the signed paper that was scanned in. */
export type ProofDraft = { readonly kind: 'code' | 'paper'; readonly phoneCode: string; readonly file: string | null }

export const emptyProof: ProofDraft = { kind: 'code', phoneCode: '', file: null }

export const emptyDraft: WindowDraft = {
  kind: 'resident_card',
  number: '',
  name: '',
  birthDate: null,
  sex: null,
  phone: '',
  proof: emptyProof,
  notice: false,
  sensitive: false,
  confidential: false,
}

/** The fields of the form, in the order they stand on the page. */
export type WindowField = 'number' | 'name' | 'birthDate' | 'sex' | 'phone' | 'phoneCode' | 'file' | 'consents'

/** Kinds in the order they are offered: the common one first. The contract's list, written out because a screen takes types only. */
export const offeredKinds: readonly IdentityKind[] = [
  'resident_card',
  'hk_macao_residence_permit',
  'taiwan_residence_permit',
  'foreign_permanent_resident_card',
  'passport',
  'hk_macao_travel_permit',
  'taiwan_travel_permit',
  'military_officer_card',
  'other',
]

/** Tells whether birth date and sex are two further fields, because numbers of this kind do not hold them. */
export function asksBirthAndSex(kind: IdentityKind): boolean {
  return !holdsBirthAndSex(kind)
}

/** What is missing, by field; the server judges the rest and names every fault at once. */
export function missingIn(draft: WindowDraft): WindowField[] {
  const missing: WindowField[] = []
  if (draft.number.trim() === '') missing.push('number')
  if (draft.name.trim() === '') missing.push('name')
  if (asksBirthAndSex(draft.kind)) {
    if (draft.birthDate === null) missing.push('birthDate')
    if (draft.sex === null) missing.push('sex')
  }
  if (draft.proof.kind === 'code' && draft.phone.trim() === '') missing.push('phone')
  missing.push(...missingInProof(draft.proof))
  if (!draft.notice || !draft.sensitive) missing.push('consents')
  return missing
}

export function missingInProof(proof: ProofDraft): ('phoneCode' | 'file')[] {
  if (proof.kind === 'code') return /^\d{6}$/.test(proof.phoneCode) ? [] : ['phoneCode']
  return proof.file === null ? ['file'] : []
}

/** The proof as it is sent; null while it is not complete. */
export function proofOf(proof: ProofDraft): WindowApplication['proof'] | null {
  if (missingInProof(proof).length > 0) return null
  if (proof.kind === 'code') return { kind: 'code', phoneCode: proof.phoneCode }
  return proof.file === null ? null : { kind: 'paper', file: proof.file }
}

/** The filled form as it is sent; null while something is missing. `notice` is the version of the text consented to. */
export function windowBody(draft: WindowDraft, unit: string, notice: string): WindowApplication | null {
  const proof = proofOf(draft.proof)
  if (missingIn(draft).length > 0 || proof === null) return null
  const further = asksBirthAndSex(draft.kind)
  return {
    unit,
    name: draft.name.trim(),
    identityKind: draft.kind,
    identityNumber: draft.number.trim(),
    ...(further && draft.birthDate !== null ? { birthDate: draft.birthDate } : {}),
    ...(further && draft.sex !== null ? { sex: draft.sex } : {}),
    ...(draft.phone.trim() === '' ? {} : { phone: draft.phone.trim() }),
    proof,
    consents: { notice, sensitive: draft.sensitive },
    ...(draft.confidential && { confidential: true }),
  }
}

const pointers: { readonly [pointer: string]: WindowField } = {
  '/identityNumber': 'number',
  '/identityKind': 'number',
  '/name': 'name',
  '/birthDate': 'birthDate',
  '/sex': 'sex',
  '/phone': 'phone',
  '/phoneCode': 'phoneCode',
  '/proof': 'phoneCode',
  '/proof/phoneCode': 'phoneCode',
  '/proof/file': 'file',
  '/consents': 'consents',
  '/consents/notice': 'consents',
  '/consents/sensitive': 'consents',
}

/** The server's faults by field of this form; those it has no place for come back in `elsewhere`. */
export function placeFaults(faults: ReadonlyMap<string, string>): {
  byField: ReadonlyMap<WindowField, string>
  elsewhere: readonly string[]
} {
  const byField = new Map<WindowField, string>()
  const elsewhere: string[] = []
  for (const [pointer, text] of faults) {
    const field = Object.hasOwn(pointers, pointer) ? pointers[pointer] : undefined
    if (field === undefined) elsewhere.push(text)
    else if (!byField.has(field)) byField.set(field, text)
  }
  return { byField, elsewhere }
}
