import { waitingStates } from './machine.ts'

const pairs = Object.entries(waitingStates).flatMap(([kind, states]) =>
  states.map((state) => `('${kind}', '${state}')`),
)

/** A condition on a matter `m`: the next word is the person's 等本人, by the machines. */
export const waitsInSql = `(m.kind, m.state) in (${pairs.join(', ')})`
