/** An employer as a pasted line says it. */
export type PastedEmployer = {
  readonly name: string
  readonly creditCode?: string
  readonly industry?: string
  readonly employees?: number
}

const industry = /^[A-Ta-t]\d{0,4}$/
const count = /^\d{1,8}$/

/** Reads employers from pasted lines: the name first, then what each further field looks like, in any order. */
export function readLines(text: string): PastedEmployer[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [name = '', ...fields] = line
      .split(/[\t,，;；]/)
      .map((field) => field.trim())
      .filter((field, index) => index === 0 || field !== '')
    if (name === '') return []
    const section = fields.find((field) => industry.test(field))
    const employees = fields.find((field) => count.test(field))
    const creditCode = fields.find((field) => field !== section && field !== employees)
    return [
      {
        name,
        ...(creditCode !== undefined && { creditCode }),
        ...(section !== undefined && { industry: section.toUpperCase() }),
        ...(employees !== undefined && { employees: Number(employees) }),
      },
    ]
  })
}
