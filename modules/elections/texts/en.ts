import type { Translation } from '@gongqiao/kernel/shared/texts.ts'
import type { zh } from './zh.ts'

export const en: Translation<typeof zh> = {
  'elections.body.committee': 'committee',
  'elections.body.standing': 'standing committee',
  'elections.body.chair': 'chair',
  'elections.body.vice_chair': 'vice-chair',
  'elections.body.fund_review': 'fund-review committee',
  'elections.body.womens': 'women workers’ committee',
  'elections.unit_not_active': 'This union is being merged or closed\nIt cannot hold an election now.',
  'elections.under_way': 'This union has an election under way\nFinish or cancel that one first.',
  'elections.members_meet': 'With fewer than 100 members, all members meet\nThere are no delegates to choose.',
  'elections.cannot_publish': 'The candidates cannot be published yet\nEach point below has to be settled first.',
  'elections.still_published': 'The candidates are published until {until}\nThe meeting may elect after that day.',
  'elections.no_quorum':
    '{present} were present and {need} are needed\nWith fewer than two thirds nobody can be elected. Hold the meeting again.',
  'elections.committee_first':
    'Elect the committee first\nWhat the committee elects is counted once its members are known.',
  'elections.same_teller': 'The two tellers cannot be one person\nAnother teller counts independently.',
  'elections.other_round': 'This round is over\nReload, and enter the latest one.',
  'elections.nothing_to_vote':
    'No further ballot is needed now\nThere is one once both tellers agree and there is a tie, a void ballot or an empty seat.',
  'elections.not_standing':
    'Somebody on this list cannot stand in this round\nOnly those with equal votes stand in a run-off; nobody stands who is elected.',
  'elections.size_not_allowed':
    'The seats cannot be reduced\nWith fewer the committee would not have a size that is allowed.',
  'elections.count_open': 'The count is not complete\nEach point below has to be settled first.',
  'elections.violations':
    'The result breaks the procedure and cannot be approved\nEach point names its rule. It can be sent back to the union.',
  'elections.from_above': 'This step is for the union one level up\nNo union approves its own election.',
  'elections.parameter_not_yours':
    'The parameters of this place are not yours to change\nThe country’s are the national federation’s, a province’s its own, a county’s its own.',
  'elections.parameter_of_law':
    'The Trade Union Law says this; no place may say otherwise\nA new law comes with an update.',
  'elections.parameter_there': 'Something new begins on that day already\nChoose another day, or undo the other first.',
  'elections.parameter_undone': 'This change was undone already\nRefresh to see it.',
  'elections.parameter.in_past': 'Not before today: meetings that were held stay as they are',
  'elections.parameter.share': 'Write it as a fraction of at most the whole',
  'elections.parameter.number': 'A whole number from {least} to {most}',
  'elections.parameter.bands':
    'Each row complete, one following the other without gap or overlap, the fewest not above the most',
  'elections.parameter.odd': 'Where odd numbers are asked for, each row needs one',
  'elections.parameter.womens': 'At least one of members and employees, each a positive number',
  'elections.sheet_headings':
    'These headings are not right\nUse the template and leave its first row as it is. Missing: {missing}.',
  'elections.against_rule': '{words} ({rule})',
  'elections.body_twice': 'This is named twice',
  'elections.one_chair': 'There is one chair',
  'elections.list_too_short': 'The final list needs at least the {seats} places that are to be filled',
  'elections.person_twice': 'This person appears twice',
  'elections.not_on_roll': 'This person is not on the union’s roll',
  'elections.namesakes': 'There are {people} people called “{name}” on the roll; choose which one',
  'elections.in_future': 'This cannot be later than today',
  'elections.more_than_expected': 'This cannot be more than {expected}',
  'elections.cell_wrong': 'Row {row}, “{column}”: {value} is not right',
  'elections.cell_empty': 'Row {row}, “{column}” is empty',
  'elections.body_unknown': 'Row {row}: there is no office called “{value}”',
  'elections.count.more_issued_than_present': 'No more ballots can be issued than the {present} present',
  'elections.count.more_invalid_than_returned': 'No more can be invalid than the {returned} returned',
  'elections.count.votes_missing': 'The votes are missing',
  'elections.count.votes_do_not_add_up':
    'For, against and abstaining must add up to {valid} valid ballots, and are {given}',
  'elections.count.votes_for_nobody': 'This person does not stand in this round',
  'elections.count.more_choices_than_seats':
    '{given} votes for in all, and at most {most} are possible: no ballot chooses more than there are seats',
  'elections.count.more_than_valid': 'Not more than the {valid} valid ballots; this is {given}',
  'elections.count.run_off_of_equals': 'A run-off is among those with equal votes alone; nobody can be written in',
  'elections.count.stands_already': 'This person is on the ballot; enter the votes in their row',
  'elections.count.elected_already': 'This person is already elected',
  'elections.finding.list_chooses_nobody':
    '{body}: {standing} stand in the preliminary vote for {places} places on the final list; it needs more people than places',
  'elections.finding.formal_election':
    '{body}: the preliminary vote put {listed} on the final list; the formal election is still to come',
  'elections.finding.written_in_undeclared':
    '{name} was written in; what has to be declared, and how they will serve, is still missing',
  'elections.finding.chair_sits': '{name} sits as chair; a by-election fills a seat that is empty',
  'elections.finding.not_in_committee':
    '{name} is no member of the committee; a chair is elected to it first, so let them stand for it too',
  'elections.finding.written_in_barred':
    '{name} was written in for {body} with {votes} votes and may not hold it; these votes do not count',
  'elections.finding.term_years': 'A term of {years} years is not allowed, only {allowed}',
  'elections.finding.late':
    'The term (with approved extensions) ends on {end}; the meeting is later, and an extension has to be approved first',
  'elections.finding.early': 'The term ends only on {end}; an early election needs the approval of the union above',
  'elections.finding.members_meet': '{members} members: below {from} all members meet',
  'elections.finding.texts_differ':
    'Exactly {members} members: the Charter and the Ordinance differ; delegates may meet, ask the union above',
  'elections.finding.no_delegates': 'There is no list of delegates yet',
  'elections.finding.delegate_count': '{count} delegates; the rule is {min} to {max}',
  'elections.finding.too_many_managers': '{managers} of {count} delegates are managers; {percent}% is usual at most',
  'elections.finding.told_late': 'Delegates were told on {told}, and should be by {by}',
  'elections.finding.size_too_few': '{body}: {seats} seats are too few, {min} to {max} are allowed',
  'elections.finding.size_too_many': '{body}: {seats} seats are too many, {min} to {max} are allowed',
  'elections.finding.size_even': '{body}: {seats} seats; an odd number is required here',
  'elections.finding.nobody_stands': 'Nobody stands for {body} yet',
  'elections.finding.too_few_stand': '{body}: {seats} to be elected and only {standing} stand',
  'elections.finding.as_many_as_seats': '{body}: as many stand as there are seats; in an enterprise more should',
  'elections.finding.ratio':
    '{body}: {seats} seats and {standing} candidates; {percent}% more are needed, at least {need}',
  'elections.finding.no_quorum_in_round': '{body}: {present} of {expected} were present, and {need} are needed',
  'elections.finding.no_quorum': '{present} of {expected} were present, and {need} are needed to elect',
  'elections.finding.not_counted': '{body} is not counted, or by one teller only',
  'elections.finding.tellers_differ': '{body}: the two tellers differ',
  'elections.finding.void': '{body}: more ballots returned than issued; the ballot is void and is held again',
  'elections.finding.tie': '{body}: {tied} have equal votes for the last {seats}; a run-off among them decides',
  'elections.finding.seats_empty': '{body}: {empty} not elected yet',
  'elections.finding.no_committee': 'A re-election elects a committee',
  'elections.finding.no_chair': 'A re-election elects a chair',
  'elections.finding.no_fund_review': 'A union with accounts of its own elects a fund-review committee with it',
  'elections.finding.womens_committee': '{women} women members: a women workers’ committee is formed with it',
  'elections.finding.womens_member': '{women} women members: there is a women’s member',
  'elections.finding.no_women': '{body}: no woman stands',
  'elections.finding.no_front_line': '{body}: no front-line worker stands',
  'elections.finding.published_too_short':
    'Candidates are published until {until}, and the meeting on {held} is before that time is over',
  'elections.finding.show_of_hands': 'The ballot is secret; a show of hands is not allowed',
  'elections.finding.proxies': '{proxies} votes were cast for somebody else, which is not allowed',
  'elections.finding.expected_differs': '{expected} expected, and {count} on the list; please check',
}
