import { Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const

/** What a demonstration says when it is ready, and keeps. */
export type Demonstration = {
  readonly joinLink: string
  readonly unitName: string
  /** None in one that was made before there were any. */
  readonly listed?: DemonstrationInbox['listed']
}

/** What a demonstration shows instead of sending: text messages, officers' codes, the worker's phone, a joining link. */
export type DemonstrationInbox = Static<typeof DemonstrationInbox>
export const DemonstrationInbox = Type.Object(
  {
    items: Type.Array(
      Type.Object({ at: Instant, channel: Type.String(), to: Type.String(), text: Type.String() }, closed),
    ),
    officers: Type.Array(
      Type.Object(
        {
          login: Type.String(),
          password: Type.String(),
          name: Type.String(),
          post: Type.String(),
          code: Type.String(),
          codeSecondsLeft: Type.Integer(),
        },
        closed,
      ),
    ),
    worker: Type.Object({ phone: Type.String() }, closed),
    /** People whom the demonstration union's roster names and who have not claimed their record; nobody of them exists. */
    listed: Type.Array(
      Type.Object({ name: Type.String(), identityNumber: Type.String(), phone: Type.String() }, closed),
    ),
    joinLink: nullable(Type.String()),
  },
  { $id: 'demonstration.Inbox', ...closed },
)
