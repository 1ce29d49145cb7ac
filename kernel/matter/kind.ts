import type { PersonActor, PostActor, SystemActor } from '../command/actor.ts'
import type { Fact } from '../command/command.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import type { FormSchema, FormValues } from '../shared/form.ts'
import { hasEnded, type MatterDefinition } from '../shared/matter.ts'
import type { Place } from '../shared/place.ts'
import { type Language, languages, type Texts } from '../shared/texts.ts'
import type { Matter } from './matters.ts'
import type { RecordFile, RecordSection } from './record-section.ts'
import type { MatterUnit } from './unit.ts'

/** What a kind's hooks work with: the transaction of the act, with the matter's place open. */
export type KindContext = {
  readonly tx: Tx
  readonly services: Services
  readonly actor: PostActor | PersonActor | SystemActor
  readonly now: Date
  /** The civil day in Asia/Shanghai. */
  readonly today: string
}

/** A step that has just been taken: opening has the step `open` and no state before. */
export type TakenStep = {
  readonly matter: Matter
  readonly step: string
  readonly from: string | null
  readonly reason: string | undefined
  /** What was filled in with the step, where it has a form. */
  readonly form: FormValues | undefined
}

/** What a kind's part of a record is written with; the matter's place is open. */
export type RecordContext = {
  readonly tx: Tx
  readonly services: Services
  readonly language: Language
  /** The civil day in Asia/Shanghai. */
  readonly today: string
  /** Who it is written for: the person is told what they may read. */
  readonly reader: 'officer' | 'person'
}

/**
 * A matter on its way to another place, once its spine is there: content rows follow it, or their path is changed where the
 * cell stays. `enterFrom` and `enterTo` open the place it left and the one it comes to; in one cell both open what holds both.
 */
export type Moving = {
  readonly matter: string
  readonly from: Place
  readonly to: Place & { readonly unit: string }
  readonly enterFrom: () => Promise<void>
  readonly enterTo: () => Promise<void>
}

/**
 * A kind of matter 事项种类: a definition, its words and, for one that has no tables of its own, a form. Queue, timeline,
 * hand-over, referral, comments, attachments, signatures and reopening are the engine's.
 *
 * Words of a kind, in both languages: `name`; `state.<state>`; `step.<step>`; `reason.<reason>`; `field.<key>` and
 * `choice.<key>.<choice>` of its forms; where wanted `next.<state>`, what happens next in plain words.
 */
export type MatterKind = {
  readonly definition: MatterDefinition
  readonly texts: { readonly [L in Language]: Texts }
  readonly form?: FormSchema
  /** Who may open one by the engine's own act: the person it concerns, an officer. Nobody where a module has its own. */
  readonly opens?: readonly ('person' | 'post')[]
  /** Where a person's own begins, when they name no unit; by default the unit they belong to. */
  readonly hostOf?: (context: KindContext, form: FormValues) => Promise<MatterUnit | undefined>
  /** What the queue shows of it, at most 200 characters; by default whom it concerns. */
  readonly title?: (form: FormValues) => string | undefined
  /** Runs inside the transaction of each step, opening included; what it refuses takes the step back. */
  readonly onStep?: (context: KindContext, taken: TakenStep) => Promise<readonly Fact[]>
  /** Takes what the kind keeps in tables of its own along; without it only what has no such tables may be referred. */
  readonly onMove?: (context: KindContext, moving: Moving) => Promise<void>
  /** What its record 档案 says beyond what the engine keeps: titled rows in words, of what is kept in tables of its own. */
  readonly record?: (context: RecordContext, matter: Matter) => Promise<readonly RecordSection[]>
  /** The files it keeps in tables of its own; a record lists them with their hashes beside those that were attached. */
  readonly recordFiles?: (context: RecordContext, matter: Matter) => Promise<readonly RecordFile[]>
  /** Its steps are taken by the module's own commands: the engine's step command refuses them. */
  readonly own?: true
  /**
   * 限知: the act of those who may know of it. Only posts of the unit it is at and the one that owns it find anything; to
   * everybody else, above it too, it is not there, and it is handed to nobody outside that unit.
   */
  readonly restricted?: string
  /** The other side of a matter that the person sees already: it stands in no list of theirs. */
  readonly counterpart?: true
}

/**
 * Checks a kind once, when its module is loaded, and gives it back.
 *
 * @throws Error naming every text that is missing, and what does not go together
 */
export function matterKind<const K extends MatterKind>(kind: K): K {
  const faults = [...missingTexts(kind), ...contradictions(kind)]
  if (faults.length > 0) throw new Error(`${kind.definition.name}: ${faults.join('; ')}`)
  return kind
}

function missingTexts({ definition, texts, form }: MatterKind): string[] {
  const wanted = new Set(['name'])
  for (const [name, state] of Object.entries(definition.states)) {
    wanted.add(`state.${name}`)
    for (const reason of state.pause ?? []) wanted.add(`reason.${reason}`)
    for (const [step, { reasons = [], form: asked }] of Object.entries(state.steps)) {
      wanted.add(`step.${step}`)
      for (const reason of reasons) wanted.add(`reason.${reason}`)
      if (asked && asked !== 'again') for (const key of fieldTexts(asked)) wanted.add(key)
    }
  }
  if (form) for (const key of fieldTexts(form)) wanted.add(key)
  return languages.flatMap((language) =>
    [...wanted].filter((key) => !Object.hasOwn(texts[language], key)).map((key) => `no text ${key} in ${language}`),
  )
}

const fieldTexts = ({ fields }: FormSchema) =>
  fields.flatMap(({ key, choices = [] }) => [`field.${key}`, ...choices.map((choice) => `choice.${key}.${choice}`)])

function contradictions({ definition, form, opens, own, onMove }: MatterKind): string[] {
  const steps = Object.values(definition.states).flatMap((state) => Object.values(state.steps))
  return [
    ...(own && opens ? ['the engine opens nothing whose steps are the module’s own'] : []),
    ...(steps.some((step) => step.form === 'again') && !form ? ['a form is given again that was never given'] : []),
    ...(own && definition.refers && !onMove ? ['what is kept in tables of its own moves by onMove'] : []),
    ...(hasEnded(definition, definition.initial) ? ['it ends where it begins'] : []),
  ]
}
