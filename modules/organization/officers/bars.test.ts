import { describe, expect, test } from 'vitest'
import { barsOf, committeeFaults, type Seated } from './bars.ts'
import type { Seat, Tie } from './seats.ts'

const person = (seats: Seat[], ties: Tie[] = [], sex: Seated['sex'] = 'male'): Seated => ({
  name: '王小明',
  sex,
  seats,
  ties,
})
const enterprise = { enterprise: true }
const rules = (seated: Seated, unit = enterprise) =>
  barsOf(seated, unit).map(({ rule, seat, because }) => `${rule} ${seat} ${because}`)

describe('who may not sit where', () => {
  test('T-ELE-9: the spouse of an enterprise’s principal is barred from its committee (ELE-31)', () => {
    expect(rules(person(['committee_member'], ['kin_of_principal']))).toEqual([
      'ELE-31 committee_member kin_of_principal',
    ])
  })

  test('T-ELE-11: a fund-review member who is the finance head is barred (ELE-22)', () => {
    expect(rules(person(['fund_review_member', 'finance_head']))).toEqual(['ELE-22 fund_review_member finance_head'])
  })

  test('fund review excludes chair, vice-chairs, standing members and whoever handles money or goods (ELE-22)', () => {
    for (const seat of ['chair', 'vice_chair', 'standing_member'] as const)
      expect(rules(person([seat, 'fund_review_chair']))).toEqual([`ELE-22 fund_review_chair ${seat}`])
    expect(rules(person(['committee_member', 'fund_review_member']))).toEqual([])
    expect(rules(person(['fund_review_member'], ['handles_money']))).toEqual([
      'ELE-22 fund_review_member handles_money',
    ])
  })

  test('the chair of an enterprise union is no head, deputy, partner, personnel head, their kin, nor foreign (ELE-32)', () => {
    for (const tie of ['deputy', 'personnel_head', 'kin_of_deputy', 'foreign', 'principal', 'partner'] as const)
      expect(rules(person(['chair'], [tie]))).toEqual([`ELE-32 chair ${tie}`])
    expect(rules(person(['chair'], ['deputy', 'personnel_head', 'foreign']), { enterprise: false })).toEqual([])
  })

  test('principal, legal representative, partners and their kin sit in no committee anywhere (ELE-33)', () => {
    expect(rules(person(['vice_chair'], ['legal_representative']), { enterprise: false })).toEqual([
      'ELE-33 vice_chair legal_representative',
    ])
    expect(rules(person(['committee_member'], ['kin_of_principal']), { enterprise: false })).toEqual([
      'ELE-33 committee_member kin_of_principal',
    ])
    expect(rules(person(['committee_member'], ['deputy']))).toEqual([])
  })

  test('whoever keeps membership in retirement cannot stand (ELE-30)', () => {
    expect(rules(person(['committee_member'], ['retained']))).toEqual(['ELE-30 committee_member retained'])
    expect(rules(person(['staff'], ['not_a_member']))).toEqual([])
  })

  test('the head of the women’s committee is a woman of the committee (ELE-24)', () => {
    expect(rules(person(['women_chair']))).toEqual([
      'ELE-24 women_chair not_a_woman',
      'ELE-24 women_chair not_of_committee',
    ])
    expect(rules(person(['vice_chair', 'women_chair'], [], 'female'))).toEqual([])
  })

  test('everything against a person is named at once', () => {
    expect(rules(person(['chair', 'fund_review_member'], ['kin_of_principal', 'retained', 'foreign']))).toEqual([
      'ELE-30 chair retained',
      'ELE-31 chair kin_of_principal',
      'ELE-32 chair foreign',
      'ELE-22 fund_review_member chair',
      'ELE-30 fund_review_member retained',
    ])
  })
})

describe('the numbers of a committee', () => {
  const chair = person(['chair'])
  const organizer = person(['organizer'])
  const said = (people: Seated[], unit: Parameters<typeof committeeFaults>[1], years?: number, legacy?: boolean) =>
    committeeFaults(people, unit, years, legacy).map(({ rule, because }) => `${rule} ${because}`)

  test('T-ORG-1: 25 members and no committee break ORG-20', () => {
    expect(said([organizer], { grassroots: true, members: 25 })).toEqual(['ORG-20 committee_needed'])
  })

  test('T-ORG-2: 24 members and one organizer are right (ORG-21)', () => {
    expect(said([organizer], { grassroots: true, members: 24 })).toEqual([])
  })

  test('T-ELE-10: a grassroots term of four years is refused, and kept where it is old data (ELE-01)', () => {
    expect(said([chair], { grassroots: true }, 4)).toEqual(['ELE-01 years'])
    expect(said([chair], { grassroots: true }, 4, true)).toEqual([])
    expect(said([chair], { grassroots: true }, 3)).toEqual([])
    expect(said([chair], { grassroots: false }, 3)).toEqual(['ELE-01 years'])
    expect(said([chair], { grassroots: false }, 5)).toEqual([])
  })

  test('one chair, no more and, with a committee, no fewer', () => {
    expect(said([chair, chair], { grassroots: true })).toEqual(['ORG-21 several_chairs'])
    expect(said([person(['committee_member'])], { grassroots: true })).toEqual(['ORG-21 no_chair'])
    expect(said([organizer, organizer], { grassroots: true })).toEqual(['ORG-21 several_organizers'])
  })

  test('ten women members have somebody of their own in it (ELE-23)', () => {
    expect(said([chair], { grassroots: true, womenMembers: 10 })).toEqual(['ELE-23 women_needed'])
    expect(said([chair], { grassroots: true, womenMembers: 9 })).toEqual([])
  })
})
