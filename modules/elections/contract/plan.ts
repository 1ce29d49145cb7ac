import { Cell, Day, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { bodies } from '../arithmetic/bodies.ts'
import { BodyName, closed, smallCount } from './shapes.ts'

const PlannedContest = Type.Object(
  {
    body: BodyName,
    seats: Type.Integer({ minimum: 1, maximum: 200 }),
    places: Type.Optional(
      nullable(
        Type.Integer({
          minimum: 1,
          maximum: 299,
          description: '预选后正式候选人名额: a preliminary vote makes a list of so many; null where there is none',
        }),
      ),
    ),
  },
  closed,
)

const planFields = {
  form: Type.Enum(['general', 'delegate'], { description: '会员大会 or 会员代表大会' }),
  termYears: Type.Integer({ minimum: 1, maximum: 9 }),
  chairBy: Type.Enum(['meeting', 'committee']),
  keepsAccounts: Type.Boolean({ description: '建立一级经费账户' }),
  womenEmployees: Type.Optional(nullable(smallCount)),
  meetingOn: Day,
  meetingPlace: Type.String({ minLength: 1, maxLength: 100 }),
  contests: Type.Array(PlannedContest, { minItems: 1, maxItems: bodies.length }),
} as const

/** A plan 换届方案, as an officer fills it. The members come from the roll. */
export type NewPlan = Static<typeof NewPlan>
export const NewPlan = Type.Object({ unit: Id, kind: Type.Enum(['re_election', 'by_election']), ...planFields }, closed)
export const ChangedPlan = Type.Object({ cell: Cell, matter: Id, ...planFields }, closed)
