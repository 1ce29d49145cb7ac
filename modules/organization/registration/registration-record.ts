import type { RecordContext } from '@gongqiao/kernel/matter/kind.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { type MaybeRow, type RecordSection, recordSection } from '@gongqiao/kernel/matter/record-section.ts'
import { openUnitsById } from '../open-unit.ts'
import { registrationRecordWords } from '../texts/registration-record.ts'
import type { ShownForm } from './contract.ts'
import { registrationRow } from './record.ts'
import { shownForm } from './shown-form.ts'

type Words = (typeof registrationRecordWords)['zh' | 'en']

/** The form in its parts, as the provincial form has them. */
const parts = [
  [
    'part_union',
    [
      ...(['name', 'phone', 'registeredAddress', 'registeredPostcode', 'officeAddress', 'officeDivision'] as const),
      ...(['officePostcode', 'email', 'scope', 'priorCodeCertificate', 'priorCertificate'] as const),
    ],
  ],
  [
    'part_founding',
    [
      ...(['firstFoundedOn', 'electedOn', 'termYears', 'extendedUntil', 'extensionNumber'] as const),
      ...(['approvedBy', 'approvalNumber'] as const),
    ],
  ],
  ['part_people', ['employees', 'members', 'fullTimeOfficers', 'employerNature', 'employerCode', 'employerIndustry']],
  ['part_income', ['incomeCarried', 'incomeDues', 'incomeShare', 'incomeOther']],
  ['part_funds', ['fundsFixed', 'fundsLiquid', 'fundsOther']],
  ['part_premises', ['premisesOffice', 'premisesActivity', 'premisesOther', 'liability']],
] as const

/**
 * What the record 档案 of an application for registration says: what is asked for, the change or the proof of clearing, and
 * the whole form, with the masks of numbers and no birth date (MEM-20).
 *
 * @see ORG-30 to ORG-38
 */
export async function registrationRecord(
  { tx, services, language }: RecordContext,
  { cell, id }: Matter,
): Promise<readonly RecordSection[]> {
  const { row } = await registrationRow(tx, services, cell, id)
  const units = await openUnitsById(tx, [row.unit, row.registrar])
  const words = registrationRecordWords[language]
  const changes: { readonly [change: string]: string } = words
  const form = shownForm(row.form)
  return [
    ...recordSection(words.part_wish, [
      [words.wish, words[`wish_${row.wish}`]],
      [words.unit, units.get(row.unit)?.name],
      [words.registrar, units.get(row.registrar)?.name],
      [words.affiliation, words[`affiliation_${row.affiliation}`]],
      [words.changedOn, row.changedOn],
      [words.changes, row.changes.map((change) => changes[`change_${change}`]).join('、')],
      [words.clearedNumber, row.clearedNumber],
      [words.clearedOn, row.clearedOn],
      [words.because, row.because],
    ]),
    ...parts.flatMap(([title, fields]) =>
      recordSection(
        words[title],
        fields.map((field) => formRow(form, field, words)),
      ),
    ),
    ...recordSection(words.part_representative, [
      ...humanRows(form.representative, words),
      [words.human_sex, words[`sex_${form.representative.sex}`]],
      [words.human_ethnicity, form.representative.ethnicity],
      [words.human_education, form.representative.education],
      [words.human_politicalStatus, form.representative.politicalStatus],
      [words.human_fullTime, form.representative.fullTime ? words.yes : words.no],
      [words.human_termFrom, form.representative.termFrom],
      [words.human_joinedUnionOn, form.representative.joinedUnionOn],
      [words.human_otherPost, form.representative.otherPost],
    ]),
    ...recordSection(words.part_handler, humanRows(form.handler, words)),
  ]
}

function formRow(form: ShownForm, field: (typeof parts)[number][1][number], words: Words): MaybeRow {
  const given = form[field]
  const unit = /^(income|funds)/.test(field) ? words.yuan : /^premises/.test(field) ? words.metres : ''
  const label = `${words[`field_${field}`]}${unit}`
  if (typeof given === 'boolean') return [label, given ? words.yes : words.no]
  return [label, field === 'employerNature' ? words[`nature_${form.employerNature}`] : given]
}

function humanRows({ name, post, identityMask, mobileMask }: ShownForm['handler'], words: Words): MaybeRow[] {
  return [
    [words.human_name, name],
    [words.human_post, post],
    [words.human_identityMask, identityMask],
    [words.human_mobileMask, mobileMask],
  ]
}
