import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { matterParts } from '../apps/server/matter-parts.ts'
import { matterRoutes } from '../kernel/matter/routes.ts'

type Act = {
  readonly kind: 'command' | 'query'
  readonly act: string
  readonly by: readonly string[]
  readonly beyond: { readonly [name: string]: string }
}

const root = new URL('..', import.meta.url).pathname

/** Every command and query that any file of the kernel, the modules and the server defines. */
async function allActs(): Promise<Act[]> {
  const files = globSync('{kernel,modules,apps/server}/**/{commands,queries,messages,files,matter,signin}/*.ts', {
    cwd: root,
  })
  const found = new Set<Act>()
  for (const file of files.filter((name) => !name.endsWith('.test.ts'))) {
    const exported: Record<string, unknown> = await import(join(root, file))
    for (const value of Object.values(exported)) if (isAct(value)) found.add(value)
  }
  // Those over the kinds of the product are made where its routes are.
  for (const { act } of matterRoutes(matterParts)) found.add(act)
  return [...found].sort((a, b) => (`${a.kind} ${a.act}` < `${b.kind} ${b.act}` ? -1 : 1))
}

function isAct(value: unknown): value is Act {
  return (
    value !== null &&
    typeof value === 'object' &&
    'kind' in value &&
    (value.kind === 'command' || value.kind === 'query')
  )
}

test('these acts and no others reach beyond their actor, each for its reason', async () => {
  const acts = await allActs()
  const reaching = acts.filter(({ beyond }) => Object.keys(beyond).length > 0)

  expect(acts.length).toBeGreaterThan(30)
  expect(
    reaching.map(({ kind, act, by, beyond }) => ({ [`${kind} ${act} by ${by.join(', ')}`]: beyond })),
  ).toMatchInlineSnapshot(`
    [
      {
        "command kernel.accept_silently by system": {
          "cell": "days pass everywhere: referrals of the whole cell",
        },
      },
      {
        "command kernel.attach_to_my_matter by person": {
          "own": "the matter is the person’s own, wherever it is kept",
        },
      },
      {
        "command kernel.comment_my_matter by person": {
          "own": "the matter is the person’s own, wherever it is kept",
        },
      },
      {
        "command kernel.hand_over_matter by post": {
          "receiver": "the unit a matter is referred to, wherever it is",
          "sender": "the unit a matter leaves keeps a trace of it",
        },
      },
      {
        "command kernel.open_my_matter by person": {
          "host": "the unit that takes the matter of somebody who may not be its own",
          "uploads": "files the person has just uploaded, where their record is",
        },
      },
      {
        "command kernel.recompute_deadlines by system": {
          "cell": "a calendar holds everywhere: open matters of the whole cell",
        },
      },
      {
        "command kernel.refer_matter by post": {
          "receiver": "the unit a matter is referred to, wherever it is",
          "sender": "the unit a matter leaves keeps a trace of it",
        },
      },
      {
        "command kernel.send_back_referral by post": {
          "receiver": "the unit a matter is referred to, wherever it is",
          "sender": "the unit a matter leaves keeps a trace of it",
        },
      },
      {
        "command kernel.take_my_step by person": {
          "own": "the matter is the person’s own, wherever it is kept",
          "uploads": "files the person has just uploaded, where their record is",
        },
      },
      {
        "command membership.accept_transfer by post": {
          "sides": "the other side of the transfer, and the member on the way from one to the other",
        },
      },
      {
        "command membership.affirm_record by person": {
          "own": "the membership is the person’s own",
        },
      },
      {
        "command membership.announce_resignation by post": {
          "transfer": "a transfer of a membership that ends has another side, at the union the member would have come to",
        },
      },
      {
        "command membership.answer_call by person": {
          "own": "the question is the person’s own",
        },
      },
      {
        "command membership.answer_roster by person": {
          "own": "the membership is the person’s own",
        },
      },
      {
        "command membership.ask_standing by person": {
          "own": "the membership is the person’s own",
        },
      },
      {
        "command membership.ask_transfer by person": {
          "own": "the membership is the person’s own",
          "sides": "a transfer stands at the union the person leaves and at the one they come to",
        },
      },
      {
        "command membership.call_invited by system": {
          "invitation": "whom a union has asked to come",
          "member": "the member who is asked, wherever they are",
        },
      },
      {
        "command membership.change_phone by post": {
          "former": "whoever had the phone that was proved just now: their record loses it",
          "own": "back to the record at the window",
        },
      },
      {
        "command membership.correct_name by person": {
          "own": "the membership is the person’s own",
        },
      },
      {
        "command membership.correct_phone by person": {
          "former": "whoever had the phone that was proved just now: their record loses it",
          "own": "the membership is the person’s own",
        },
      },
      {
        "command membership.decide_expulsion by post": {
          "transfer": "a transfer of a membership that ends has another side, at the union the member would have come to",
        },
      },
      {
        "command membership.decide_transfer by post": {
          "sides": "both sides of the transfer, and the member on the way from one to the other",
        },
      },
      {
        "command membership.declare_deemed by post": {
          "transfer": "a transfer of a membership that ends has another side, at the union the member would have come to",
        },
      },
      {
        "command membership.decline_transfer by post": {
          "sides": "the other side of the transfer ends with this one",
        },
      },
      {
        "command membership.deny_record by person": {
          "own": "the person’s own record, and rosters that name their number with the phone they proved",
        },
      },
      {
        "command membership.disclose by person": {
          "own": "the membership is the person’s own, and goes to the union they name",
        },
      },
      {
        "command membership.drop_objection by post": {
          "sides": "the other side of the transfer, and the member on the way from one to the other",
        },
      },
      {
        "command membership.explain_neglect by person": {
          "own": "the matter is the person’s own, wherever it is kept",
        },
      },
      {
        "command membership.follow_union by system": {
          "sides": "a union closes: both sides of each transfer to it, and the member on the way",
        },
      },
      {
        "command membership.hide by person": {
          "own": "the membership is the person’s own, and goes to the union above theirs",
        },
      },
      {
        "command membership.lapse_affirmations by system": {
          "cell": "a year passes everywhere: members of the whole cell",
        },
      },
      {
        "command membership.lapse_incoming by system": {
          "sides": "clocks run everywhere: both sides of a transfer, and the member on the way",
        },
      },
      {
        "command membership.lapse_transfer by system": {
          "sides": "clocks run everywhere: both sides of a transfer, and the member on the way",
        },
      },
      {
        "command membership.let_transfer_go by post": {
          "sides": "the other side of the transfer, and the member on the way from one to the other",
        },
      },
      {
        "command membership.merge_records by post": {
          "transfer": "a transfer of a membership that ends has another side, at the union the member would have come to",
        },
      },
      {
        "command membership.move_chosen by system": {
          "road": "those whom a split names, in the cell of both unions",
        },
      },
      {
        "command membership.move_unit_members by system": {
          "road": "everybody of a union that goes on as another one, wherever that one is",
        },
      },
      {
        "command membership.object_to_transfer by post": {
          "sides": "the other side of the transfer, and the member on the way from one to the other",
        },
      },
      {
        "command membership.prove_claim by anyone": {
          "record": "the person who proved the bound phone: their own record, in its own cell",
          "roster": "a roster that names the number and the phone that was proved",
        },
      },
      {
        "command membership.raise_identity_alert by system": {
          "application": "whose number was typed: the applicant’s record, wherever it is",
          "member": "whose number it is: the member, wherever they are",
        },
      },
      {
        "command membership.record_death by post": {
          "transfer": "a transfer of a membership that ends has another side, at the union the member would have come to",
        },
      },
      {
        "command membership.reopen_report by person": {
          "own": "the report is the person’s own, wherever it is kept",
        },
      },
      {
        "command membership.resign by person": {
          "own": "the membership is the person’s own",
        },
      },
      {
        "command membership.resubmit by person": {
          "own": "the application is the person’s own, wherever it is kept",
        },
      },
      {
        "command membership.retain_unit by system": {
          "unit": "everybody of a union that closes with its employer",
        },
      },
      {
        "command membership.say_it_is_me by person": {
          "application": "the person has just proved that this application is theirs",
          "own": "the alert and the membership are the person’s own, wherever they are kept",
        },
      },
      {
        "command membership.say_not_me by person": {
          "own": "the alert and the membership are the person’s own, wherever they are kept",
        },
      },
      {
        "command membership.settle_report by person": {
          "own": "the report is the person’s own, wherever it is kept",
        },
      },
      {
        "command membership.submit_application by anyone": {
          "former": "whoever had the phone that was proved just now: their record loses it",
          "record": "the person who proved the bound phone: their own record, in its own cell",
          "roster": "a roster that names the number and the phone that was proved",
          "unit": "the union whose code was scanned takes in somebody who belongs nowhere yet",
        },
      },
      {
        "command membership.take_in_at_once by system": {
          "unit": "a committee decided beforehand: applications to its union, for the work it named",
        },
      },
      {
        "command membership.take_record by person": {
          "own": "the person’s own record, and rosters that name their number with the phone they proved",
        },
      },
      {
        "command membership.tell_due_moved by system": {
          "subject": "whom the matter concerns: their record, in its cell",
        },
      },
      {
        "command membership.transfer_at_window by post": {
          "record": "the record of the member who stands at the window and proved their phone",
          "sides": "a transfer stands at the union the member leaves and at the one they come to",
        },
      },
      {
        "command membership.withdraw by person": {
          "own": "the application is the person’s own, wherever it is kept",
        },
      },
      {
        "command membership.withdraw_life by person": {
          "own": "the matter is the person’s own, wherever it is kept",
        },
      },
      {
        "command membership.withdraw_transfer by person": {
          "sides": "the transfer is the person’s own, at the union they would leave and at the one they would come to",
        },
      },
      {
        "command organization.ask_for_union by person, anyone": {
          "place": "whoever works anywhere asks the union of the place, which alone sees who asked",
        },
      },
      {
        "command organization.close_stopped by system": {
          "cell": "a union that ends takes along whatever of its cell stands at its place",
        },
      },
      {
        "command organization.complete_closing by system": {
          "cell": "a union that ends takes along whatever of its cell stands at its place",
        },
      },
      {
        "command organization.decide_change by post": {
          "cell": "a union that moves or ends takes along whatever of its cell stands at its place",
        },
      },
      {
        "command organization.escalate_matters by system": {
          "cell": "clocks run everywhere: late matters of the whole cell",
        },
      },
      {
        "command organization.forget_invitations by system": {
          "cell": "time passes everywhere: invitations of the whole cell",
        },
      },
      {
        "command organization.grant_registration by post": {
          "applicant": "the registrar registers unions that other unions lead: a railway’s, a bank’s (ORG-35)",
        },
      },
      {
        "command organization.grant_registration by post": {
          "applicant": "the registrar registers unions that other unions lead: a railway’s, a bank’s (ORG-35)",
        },
      },
      {
        "command organization.remind_certificates by system": {
          "cell": "certificates end everywhere: those of the whole cell",
        },
      },
      {
        "command organization.take_invited_post by officer": {
          "link": "whoever holds the link is nobody yet: the invitation it names, in its cell",
        },
      },
      {
        "command organization.tend_terms by system": {
          "cell": "terms end everywhere: unions of the whole cell",
        },
      },
      {
        "command organization.withdraw_ask by anyone": {
          "place": "whoever holds the text of a request is its asker; the request is kept by the union of the place",
        },
      },
      {
        "command organization.withdraw_own_ask by person": {
          "place": "the request is the person’s own; it is kept by the union of the place they named",
        },
      },
      {
        "command people.sign_in by anyone": {
          "own": "the person who proved the phone: their own account",
        },
      },
      {
        "command rights.ask by person": {
          "union": "the union that is asked: the person’s own, the one above it, or that of a place",
        },
      },
      {
        "command rights.ask_as_guest by anyone": {
          "union": "the union of the place that is asked",
        },
      },
      {
        "command rights.ask_as_nobody by anyone": {
          "union": "the union of the place that is asked",
        },
      },
      {
        "command rights.close_ask by person, anyone": {
          "own": "the ask is the asker’s own, by their session or by its query code, wherever it is kept",
        },
      },
      {
        "command rights.follow_matters by system": {
          "cell": "unions move inside the whole cell",
        },
      },
      {
        "command rights.lapse_asks by system": {
          "cell": "time passes everywhere: answered asks of the whole cell",
        },
      },
      {
        "command rights.open_by_code by anyone": {
          "own": "the one ask that the query code stands for",
        },
      },
      {
        "command rights.recover_codes by anyone": {
          "own": "the asks of whoever has just proved the phone",
        },
      },
      {
        "command rights.remind_interim by system": {
          "cell": "news is owed everywhere: specially complex asks of the whole cell",
        },
      },
      {
        "command rights.reopen_ask by person, anyone": {
          "own": "the ask is the asker’s own, by their session or by its query code, wherever it is kept",
          "receiver": "the unit a matter is referred to, wherever it is",
          "sender": "the unit a matter leaves keeps a trace of it",
        },
      },
      {
        "command rights.report_retaliation by person, anyone": {
          "own": "the ask is the asker’s own, by their session or by its query code, wherever it is kept",
          "upper": "the union one level up, which alone may see it",
        },
      },
      {
        "command rights.supply_ask by person, anyone": {
          "own": "the ask is the asker’s own, by their session or by its query code, wherever it is kept",
        },
      },
      {
        "command rights.withdraw_ask by person, anyone": {
          "own": "the ask is the asker’s own, by their session or by its query code, wherever it is kept",
        },
      },
      {
        "query elections.list_my_elections by person": {
          "union": "the election is that of the union the person belongs to: what is published there",
        },
      },
      {
        "query membership.check_card by anyone": {
          "card": "the one membership whose card was shown and proved by its code",
        },
      },
      {
        "query membership.list_roll by post": {
          "past": "who belonged to the union on a past day may belong elsewhere in the county now",
        },
      },
      {
        "query organization.find_invitation by anyone": {
          "link": "whoever holds the link is nobody yet: the invitation it names, in its cell",
        },
      },
      {
        "query organization.follow_ask by anyone": {
          "place": "whoever holds the text of a request is its asker; the request is kept by the union of the place",
        },
      },
      {
        "query organization.grant_registration by post": {
          "applicant": "the registrar registers unions that other unions lead: a railway’s, a bank’s (ORG-35)",
        },
      },
      {
        "query organization.list_own_asks by person": {
          "place": "the request is the person’s own; it is kept by the union of the place they named",
        },
      },
      {
        "query organization.view_registration by post": {
          "applicant": "the registrar registers unions that other unions lead: a railway’s, a bank’s (ORG-35)",
        },
      },
      {
        "query organization.view_registration by post": {
          "past": "a union that stood below on a past day may stand elsewhere in the county now",
        },
      },
      {
        "query rights.open_by_code by anyone": {
          "own": "the one ask that the query code stands for",
        },
      },
    ]
  `)
})
