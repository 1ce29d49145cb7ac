import { Due, HistoryLine, Owner } from '@gongqiao/kernel/matter/contract.ts'
import { Cell, Day, Id, Instant, nullable } from '@gongqiao/kernel/shapes.ts'
import { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { personFields } from '@gongqiao/modules/people/contract.ts'
import { type Static, Type } from 'typebox'
import { MembershipStatus } from '../status.ts'
import { declineReasons, retentionReasons } from './machine.ts'

const closed = { additionalProperties: false } as const
const Words = Type.String({ minLength: 1, maxLength: 1000 })
const Note = Type.String({ maxLength: 300 })

/** Names one membership. */
export const MembershipKey = Type.Object({ cell: Cell, membership: Id }, closed)
/** Names one matter of a membership's life. */
export const LifeKey = Type.Object({ cell: Cell, matter: Id }, closed)

export const RetentionReason = Type.Enum([...retentionReasons])
/** What a member asks for: to be retained for a reason, or to be active again. */
export const standingWishes = ['retain', 'resume'] as const
export const StandingWish = Type.Object(
  {
    wish: Type.Enum([...standingWishes]),
    /** Only with `retain`. */
    reason: Type.Optional(RetentionReason),
    /** From which day it is so. */
    since: Day,
    note: Type.Optional(Note),
  },
  { $id: 'membership.StandingWish', ...closed },
)

/** A group's opinion 小组意见 as its meeting gave it. */
export const GroupOpinion = Type.Object(
  {
    on: Day,
    present: Type.Integer({ minimum: 1, maximum: 10_000, description: '人' }),
    agrees: Type.Boolean({ description: 'the group is for it' }),
    words: Words,
  },
  closed,
)
const Votes = Type.Integer({ minimum: 0, maximum: 1000, description: '人' })
/** A committee's vote 委员会表决, 人. */
export const CommitteeVote = Type.Object(
  { on: Day, members: Votes, present: Votes, for: Votes, against: Votes, abstained: Votes },
  closed,
)
/** The six months, and the talk that came after them 教育记录. */
export const Neglect = Type.Object(
  {
    unpaidFrom: Day,
    tookPartOn: nullable(Day),
    educatedOn: Day,
    education: Words,
  },
  closed,
)
/** The judgment an expulsion rests on 刑事判决. */
export const Judgment = Type.Object(
  {
    court: Type.String({ minLength: 2, maxLength: 100 }),
    number: Type.String({ minLength: 2, maxLength: 100, description: '案号' }),
    on: Day,
    punishment: Type.String({ minLength: 2, maxLength: 300 }),
  },
  closed,
)

/** What was said and decided in a matter of a membership's life; each part comes with its step. */
export type LifeContent = Static<typeof LifeContent>
export const LifeContent = Type.Object(
  {
    wish: Type.Optional(StandingWish),
    neglect: Type.Optional(Neglect),
    explanation: Type.Optional(Words),
    judgment: Type.Optional(Judgment),
    opinion: Type.Optional(GroupOpinion),
    vote: Type.Optional(CommitteeVote),
    decidedOn: Type.Optional(Day),
  },
  { $id: 'membership.LifeContent', ...closed },
)

/** A matter of a membership's life 会籍事项, whole: the same for the person and for their union. */
export type LifeMatter = Static<typeof LifeMatter>
export const LifeMatter = Type.Object(
  {
    cell: Cell,
    matter: Id,
    kind: Type.String(),
    state: Type.String(),
    person: Id,
    membership: Id,
    name: Type.String(),
    unit: UnitName,
    /** The union one level up: whom to turn to about a decision. */
    upper: nullable(UnitName),
    openedAt: Instant,
    owner: Owner,
    due: nullable(Due),
    steps: Type.Array(Type.String()),
    said: LifeContent,
    history: Type.Array(HistoryLine),
  },
  { $id: 'membership.LifeMatter', ...closed },
)

/** What was done to a membership at a desk 办理记录. */
export const LifeRecord = Type.Object(
  {
    id: Id,
    at: Instant,
    act: Type.Enum(['retain', 'resume', 'death', 'correct_name', 'correct_number']),
    on: Day,
    /** Post and unit; null where the person did it themselves. */
    by: nullable(Type.String()),
    proof: Type.Boolean({ description: 'a scanned paper is kept with it' }),
    reason: nullable(RetentionReason),
    note: nullable(Type.String()),
    before: nullable(Type.String()),
    after: nullable(Type.String()),
    kin: nullable(Type.Object({ name: Type.String(), relation: Type.String() }, closed)),
  },
  closed,
)

/** How somebody's membership stands, what was done to it, and what an officer may do now. */
export type LifeView = Static<typeof LifeView>
export const LifeView = Type.Object(
  {
    cell: Cell,
    membership: Id,
    person: Id,
    status: MembershipStatus,
    votes: Type.Boolean(),
    stands: Type.Boolean(),
    paysDues: Type.Boolean(),
    /** Held here towards an employer that is not to know 保密会员: nobody tells them. */
    confidential: Type.Boolean(),
    /** How it ended, where it has. */
    ended: nullable(Type.Enum(['resigned', 'expelled', 'deceased', 'moved', 'other'])),
    acts: Type.Array(Type.Enum(['retain', 'resume', 'death', 'deemed', 'expulsion', 'name']), {
      description: 'what may be begun now',
    }),
    matters: Type.Array(
      Type.Object(
        { matter: Id, kind: Type.String(), state: Type.String(), openedAt: Instant, open: Type.Boolean() },
        closed,
      ),
    ),
    records: Type.Array(LifeRecord),
  },
  { $id: 'membership.LifeView', ...closed },
)

/** How my membership stands, and what I can do now 我现在能做什么. */
export type MyLife = Static<typeof MyLife>
export const MyLife = Type.Object(
  {
    cell: Cell,
    membership: Id,
    status: MembershipStatus,
    votes: Type.Boolean(),
    stands: Type.Boolean(),
    paysDues: Type.Boolean(),
    acts: Type.Array(Type.Enum(['retain', 'resume', 'resign'])),
    matters: Type.Array(
      Type.Object(
        { cell: Cell, matter: Id, kind: Type.String(), state: Type.String(), openedAt: Instant, open: Type.Boolean() },
        closed,
      ),
    ),
    records: Type.Array(LifeRecord),
  },
  { $id: 'membership.MyLife', ...closed },
)

export const Retention = Type.Object(
  { cell: Cell, membership: Id, reason: RetentionReason, on: Day, note: Type.Optional(Note), file: Type.Optional(Id) },
  closed,
)
export const Resumption = Type.Object(
  { cell: Cell, membership: Id, on: Day, note: Type.Optional(Note), file: Type.Optional(Id) },
  closed,
)
export const Death = Type.Object(
  {
    cell: Cell,
    membership: Id,
    on: Day,
    /** Who came to the window. */
    kin: Type.Optional(
      Type.Object(
        { name: Type.String({ minLength: 1, maxLength: 50 }), relation: Type.String({ minLength: 1, maxLength: 30 }) },
        closed,
      ),
    ),
    file: Type.Optional(Id),
  },
  closed,
)
export const NameCorrection = Type.Object({ cell: Cell, membership: Id, name: personFields.name, file: Id }, closed)
export const NeglectGiven = Type.Object({ cell: Cell, membership: Id, ...Neglect.properties }, closed)
export const JudgmentGiven = Type.Object({ cell: Cell, membership: Id, judgment: Judgment }, closed)
export const WishGiven = Type.Object({ cell: Cell, membership: Id, ...StandingWish.properties }, closed)
export const Agreement = Type.Object({ cell: Cell, matter: Id, on: Day }, closed)
export const Declining = Type.Object(
  { cell: Cell, matter: Id, reason: Type.Enum([...declineReasons]), note: Type.Optional(Note) },
  closed,
)
export const Announcement = Type.Object({ cell: Cell, matter: Id, on: Day }, closed)
export const Noted = Type.Object({ cell: Cell, matter: Id, note: Words }, closed)
export const OpinionGiven = Type.Object({ cell: Cell, matter: Id, opinion: GroupOpinion }, closed)
export const VoteGiven = Type.Object({ cell: Cell, matter: Id, vote: CommitteeVote }, closed)
/** A committee's declaration: the group's opinion and the vote come with it. */
export const Declaration = Type.Object({ cell: Cell, matter: Id, opinion: GroupOpinion, vote: CommitteeVote }, closed)
