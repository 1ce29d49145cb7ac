/** How a field is typed. */
type Kind = 'text' | 'day' | 'count' | 'amount' | 'nature' | 'years' | 'yes'

/** The provincial form in its parts; `optional` may stay empty. */
export const formParts = [
  [
    'union',
    [
      ['name', 'text'],
      ['phone', 'text'],
      ['registeredAddress', 'text'],
      ['registeredPostcode', 'text'],
      ['officeAddress', 'text'],
      ['officeDivision', 'text'],
      ['officePostcode', 'text'],
      ['email', 'text', 'optional'],
      ['scope', 'text'],
      ['priorCodeCertificate', 'text', 'optional'],
      ['priorCertificate', 'text', 'optional'],
    ],
  ],
  [
    'founding',
    [
      ['firstFoundedOn', 'day'],
      ['electedOn', 'day'],
      ['termYears', 'years'],
      ['extendedUntil', 'day', 'optional'],
      ['extensionNumber', 'text', 'optional'],
      ['approvedBy', 'text'],
      ['approvalNumber', 'text'],
    ],
  ],
  [
    'people',
    [
      ['employees', 'count'],
      ['members', 'count'],
      ['fullTimeOfficers', 'count'],
      ['employerNature', 'nature'],
      ['employerCode', 'text', 'optional'],
      ['employerIndustry', 'text', 'optional'],
    ],
  ],
  [
    'income',
    [
      ['incomeCarried', 'amount'],
      ['incomeDues', 'amount'],
      ['incomeShare', 'amount'],
      ['incomeOther', 'amount'],
    ],
  ],
  [
    'funds',
    [
      ['fundsFixed', 'amount'],
      ['fundsLiquid', 'amount'],
      ['fundsOther', 'amount'],
    ],
  ],
  [
    'premises',
    [
      ['premisesOffice', 'amount'],
      ['premisesActivity', 'amount'],
      ['premisesOther', 'amount'],
      ['liability', 'yes'],
    ],
  ],
] as const satisfies readonly (readonly [string, readonly (readonly [string, Kind, 'optional'?])[]])[]

/** What is asked of the legal representative, and of whoever handles it. */
export const humanParts = [
  [
    'representative',
    [
      ['name', 'text'],
      ['post', 'text'],
      ['identityNumber', 'text'],
      ['mobile', 'text'],
      ['sex', 'sex'],
      ['ethnicity', 'text'],
      ['birthDate', 'day'],
      ['education', 'text'],
      ['politicalStatus', 'text'],
      ['fullTime', 'yes'],
      ['termFrom', 'day'],
      ['otherPost', 'text', 'optional'],
    ],
  ],
  [
    'handler',
    [
      ['name', 'text'],
      ['post', 'text'],
      ['identityNumber', 'text'],
      ['mobile', 'text'],
    ],
  ],
] as const

export type FieldName = (typeof formParts)[number][1][number][0]
export type HumanField = (typeof humanParts)[number][1][number][0]

/** What has been typed so far, by the field's place in the form (`name`, `representative.mobile`). */
export type Typed = { readonly [field: string]: string | number | boolean | null | undefined }

/** What the network knows, flattened to the places of the form. */
export function typedOf(known: { readonly [field: string]: unknown }): Typed {
  const typed: Record<string, string | number | boolean> = {
    incomeCarried: '0',
    incomeDues: '0',
    incomeShare: '0',
    incomeOther: '0',
    fundsFixed: '0',
    fundsLiquid: '0',
    fundsOther: '0',
    premisesOffice: '0',
    premisesActivity: '0',
    premisesOther: '0',
    fullTimeOfficers: 0,
    termYears: 5,
    liability: false,
    'representative.fullTime': false,
  }
  for (const [field, value] of Object.entries(known)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') typed[field] = value
    else if (value !== null && typeof value === 'object')
      for (const [inner, held] of Object.entries(value))
        if (typeof held === 'string' || typeof held === 'boolean') typed[`${field}.${inner}`] = held
  }
  return typed
}

/** The fields that have to be filled in and are not. */
export function missingIn(typed: Typed): string[] {
  const missing: string[] = []
  const look = (place: string, optional: boolean) => {
    const value = typed[place]
    if (!optional && (value === undefined || value === null || value === '')) missing.push(place)
  }
  for (const [, fields] of formParts) for (const [field, , optional] of fields.map(padded)) look(field, optional)
  for (const [part, fields] of humanParts)
    for (const [field, , optional] of fields.map(padded)) look(`${part}.${field}`, optional)
  return missing
}

const padded = (field: readonly [string, string, 'optional'?]): readonly [string, string, boolean] => [
  field[0],
  field[1],
  field[2] === 'optional',
]

/** The form as the server takes it: empty fields left out, people as their own parts. */
export function formOf(typed: Typed): { readonly [field: string]: unknown } {
  const form: Record<string, unknown> = {}
  const put = (target: Record<string, unknown>, field: string, value: Typed[string]) => {
    if (value !== undefined && value !== null && value !== '')
      target[field] = typeof value === 'string' ? value.trim() : value
  }
  for (const [, fields] of formParts) for (const [field] of fields) put(form, field, typed[field])
  for (const [part, fields] of humanParts) {
    const human: Record<string, unknown> = {}
    for (const [field] of fields) put(human, field, typed[`${part}.${field}`])
    form[part] = human
  }
  return form
}
