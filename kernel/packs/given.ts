import type { GivenForm } from '../matter/contract.ts'
import type { RecordSection } from '../matter/record-section.ts'
import type { FormSchema } from '../shared/form.ts'
import type { Speak } from './kind-words.ts'

type Answer = GivenForm['answers'][string]
type Say = (key: string, variables?: { readonly [name: string]: string | number }) => string

/** What was filled in, each time as a part of its own, in the words of the kind. */
export function givenSections(
  forms: readonly GivenForm[],
  schema: FormSchema | undefined,
  words: Speak,
  say: Say,
): RecordSection[] {
  return forms.map(({ at, answers }, number) => ({
    title: number === 0 ? say('given') : say('given_again', { at: at.slice(0, 10) }),
    rows: Object.entries(answers).map(([key, answer]): readonly [string, string] => [
      words(`field.${key}`),
      spoken(key, answer),
    ]),
  }))

  function spoken(key: string, answer: Answer): string {
    const field = schema?.fields.find((one) => one.key === key)
    if (typeof answer === 'boolean') return say(answer ? 'yes' : 'no')
    if (typeof answer === 'number')
      return field?.kind === 'money' ? say('money', { yuan: yuan(answer) }) : String(answer)
    if (typeof answer !== 'string') return say('files', { count: answer.length })
    return field?.kind === 'choice' ? words(`choice.${key}.${answer}`) : answer
  }
}

/** Fen as yuan: `123450` is `1234.50`. */
function yuan(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}
