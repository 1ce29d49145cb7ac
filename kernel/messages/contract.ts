import { type Static, Type } from 'typebox'
import { Id, Instant, nullable } from '../shapes.ts'

/** A message in the in-app inbox 站内信, in the reader's language. */
export type Message = Static<typeof Message>
export const Message = Type.Object(
  {
    id: Id,
    at: Instant,
    title: Type.String(),
    text: Type.String(),
    link: nullable(Type.String()),
    read: Type.Boolean(),
  },
  { $id: 'kernel.Message', additionalProperties: false },
)
export type MessagePage = Static<typeof MessagePage>
export const MessagePage = Type.Object(
  { items: Type.Array(Message), next: nullable(Type.String()) },
  { $id: 'kernel.MessagePage', additionalProperties: false },
)
