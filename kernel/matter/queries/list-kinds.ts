import { query } from '../../command/query.ts'
import { Nothing } from '../../shapes.ts'
import { commonWords } from '../common-words.ts'
import { MatterKindList } from '../contract.ts'
import { formShape, kindStepsOf } from '../offers.ts'
import type { MatterParts } from '../parts.ts'

/** The kinds of matters 事项种类 with their words in the asker's language: a screen draws any matter from them. */
export function listMatterKinds({ kinds }: MatterParts) {
  return query({
    act: 'kernel.list_matter_kinds',
    by: ['post', 'person', 'officer', 'anyone'],
    input: Nothing,
    output: MatterKindList,
    async run({ actor, allow }) {
      allow.everybody('what a union does for people, and its steps, is no secret')
      return {
        common: commonWords[actor.language],
        items: kinds.map((one) => {
          const { definition, texts, form, opens = [], own } = one
          const { name = definition.name, ...words } = texts[actor.language]
          return {
            kind: definition.name,
            name,
            basis: definition.basis ?? null,
            texts: words,
            form: form ? formShape(form) : null,
            opens: [...opens],
            refers: definition.refers ?? false,
            own: own ?? false,
            steps: kindStepsOf(one),
          }
        }),
      }
    },
  })
}
