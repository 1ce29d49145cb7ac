import type { Translation } from '@gongqiao/kernel/shared/texts.ts'
import type { importZh } from './import-zh.ts'

/** What the dry run of sheets of unions and officers says: the fault, then its cure. */
export const importEn: Translation<typeof importZh> = {
  'organization.import.too_long': 'Too long\nAt most {limit} characters.',
  'organization.import.no_name': 'No name of the union\nWrite its full name.',
  'organization.import.name_says_nothing':
    'The name is incomplete\nWrite the full name, so that it can be told from others.',
  'organization.import.unknown_level': 'Unknown level\nWrite 基层, 村（社区） or 乡镇（街道）.',
  'organization.import.unknown_form': 'Unknown form of organizing\nChoose one of the template, such as 单独建会.',
  'organization.import.unknown_industry':
    'Unknown industry\nWrite the name of a section or a code, such as 制造业 or C13.',
  'organization.import.unknown_division': 'No division code\nWrite 6, 9 or 12 digits.',
  'organization.import.employer_without_name': 'A credit code of an employer without its name\nAdd the name.',
  'organization.import.code_destroyed':
    'The code has lost its last digits\nThe spreadsheet took it for a number: make the column text and paste it again.',
  'organization.import.no_day': 'Not a date\nWrite it like 2015-06-01.',
  'organization.import.day_ahead': 'The date lies ahead\nCompare it.',
  'organization.import.parent_unknown':
    'No such union above in your scope\nCompare the name; a new union above has to stand in the same sheet.',
  'organization.import.unit_unknown':
    'No such union in your scope\nCompare the name; bring the unions in first where it is new.',
  'organization.import.unit_closing': 'This union is closing\nName the one that takes its place.',
  'organization.import.level_above': 'The level is not below the union above\nCompare the level and the union above.',
  'organization.import.stands_elsewhere':
    'This union is led by another union above\nThat changes by a decision, never by a sheet.',
  'organization.import.name_by_division':
    'A local union is named after its division\nA sheet does not rename it: leave the line out or write the name it has.',
  'organization.import.as_new': 'None of them: a new union',
  'organization.import.otherwise_now': 'Things have changed since the dry run\nMake the dry run again.',
  'organization.import.has_unions_below': 'It has unions below it by now',
  'organization.import.has_officers': 'It has an officer by now, or one is invited',
  'organization.import.has_people': 'It has people on its roll by now',
  'organization.import.closed_since': 'It was closed since',
  'organization.import.changed_since': 'Somebody has changed it since',
  'organization.import.no_employer': 'No name of the employer\nPlease write it in full.',
  'organization.import.unknown_employees': 'Not a number of people\nPlease write a whole number, such as 120.',
  'organization.import.place_unknown':
    'No union of that place in your scope\nCheck the name or division code; empty means your own union.',
  'organization.import.union_unknown':
    'No such union in your scope\nCheck the name; leave it empty where there is none.',
  'organization.import.place_too_wide':
    'An employer stands in a county or below\nPlease name the township, sub-district or county union.',
  'organization.import.union_elsewhere': 'Place and union are in different counties\nPlease check.',
  'organization.import.covered_already':
    'Another union covers it\nAn employer has one grassroots union (ORG-07); to change it, ask for a change of the unions.',
  'organization.import.no_unit': 'No union\nWrite whose officer this is.',
  'organization.import.unknown_role': 'Unknown role\nWrite 工会干部 or 统计员; empty is 工会干部.',
  'organization.import.no_phone': 'No phone: print the link or hand it over',
  'organization.import.accepted_since': 'They have accepted and hold the post',
  'organization.import.renewed_since': 'Somebody has sent it again since',
  'organization.import.revoked_since': 'It was taken back since',
  'organization.credit.empty': 'No credit code',
  'organization.credit.length': 'A credit code has 18 characters\nCompare it for one too many or too few.',
  'organization.credit.characters':
    'A character that no credit code has\nI, O, S, V and Z are not used: see whether one stands for a digit.',
  'organization.credit.registrar': 'The first character is wrong\nCompare the certificate.',
  'organization.credit.class': 'The second character is wrong\nCompare the certificate.',
  'organization.credit.division': 'Characters 3 to 8 are digits\nCompare the certificate.',
  'organization.credit.checksum': 'The check character does not fit\nOne character is wrong: compare the certificate.',
  'organization.credit.union_prefix':
    'A union’s code begins with 81 or 89\nThis looks like the employer’s: it belongs in the employer’s column.',
}
