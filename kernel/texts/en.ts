import type { Translation } from '../shared/texts.ts'
import type { zh } from './zh.ts'

export const en: Translation<typeof zh> = {
  'kernel.absent': 'Not found\nIt does not exist, or it is not within what you may see.',
  'kernel.invalid_input': 'Some fields need a change\nPlease mend each one as its note says and send again.',
  'kernel.malformed_body':
    'We could not read what was sent\nIt is not JSON in UTF-8. Please reload the page and try again.',
  'kernel.body_too_large': 'Too large\nA file may have 5 MB, a form 256 KB.',
  'kernel.media_type': 'This format is not supported\nForms are JSON in UTF-8; files are JPG, PNG or PDF.',
  'kernel.no_such_address': 'There is no such address\nPlease check the link, or go back to the start.',
  'kernel.sign_in_first': 'Please sign in first\nYou will come back here.',
  'kernel.token_refused':
    'This access token cannot be used\nIt is mistyped, has expired, was revoked, or whoever made it no longer holds the post.',
  'kernel.forbidden': 'Your present post may not do this\nPlease change the post, or ask the union above.',
  'kernel.other_site': 'This was not sent from our own page\nPlease go back to our page and do it there.',
  'kernel.key_with_other_body':
    'The same request number came with other content\nPlease reload the page and send again.',
  'kernel.same_request_running':
    'The same thing is being done right now\nPlease wait a few seconds and look; do not send it again.',
  'kernel.too_many_requests': 'Too many tries\nPlease wait {minutes} minutes.',
  'kernel.busy': 'The service is coming back\nWhat you have sent is not lost. Please try again in a moment.',
  'kernel.mistake': 'Something went wrong on our side\nIt has been recorded. Please try again later, or call 12351.',
  'kernel.sign_in_wrong':
    'You are not signed in\nThe login, the password or the code is wrong. Please check and try again.',
  'kernel.sign_in_locked':
    'Too many tries\nPlease wait {minutes} minutes, or ask the system administrator of your level.',
  'kernel.step_up_first':
    'Please prove once more who you are\nThis shows whole numbers. Enter your password and code; it holds for five minutes.',
  'kernel.step_up_wrong': 'That did not work\nThe password or the code is wrong. Please check and try again.',
  'kernel.too_many_exports':
    'Too many exports are under way\nA post may have {limit} at once. Please wait for one or cancel one.',
  'kernel.export_not_ready': 'The file is not ready yet\nPlease wait until the bar has come to its end.',
  'kernel.export_gone': 'The file is deleted\nExports are kept for 24 hours. Please export again when you need it.',
  'kernel.export_too_long':
    'The list is too long\nAt most a million rows at once. Please choose a union further down or narrow the list.',
  'kernel.export_post_left':
    'The export was stopped\nYou no longer hold this post, or it may no longer export this list.',
  'kernel.export_lost':
    'The export did not end\nIt was interrupted several times, which is recorded. Please export again.',
  'kernel.export_watermark': 'Exported by {post}, {unit}, {at}. For work only; do not pass on.',
  'kernel.export_watermark_reason':
    'Exported with whole numbers by {post}, {unit}, {at}, for: {reason}. Keep it safe, delete it after use.',
  'matter.step_not_open': 'This step is not open now\nThe matter may have moved on. Please reload to see where it is.',
  'matter.signatures_open':
    'Signatures are still missing\nWait until the posts that were asked have agreed, or ask anew.',
  'matter.own_steps': 'This step is taken on its own page\nOpen the matter there.',
  'matter.not_referable': 'A matter of this kind cannot go there\nTalk to the receiving union, or ask the union above.',
  'matter.referral_final':
    'It cannot be sent back again\nIt was sent back once before, or the union above decided. Handle it, or talk to the union above.',
  'matter.no_desk': 'Nobody answers for that union yet\nChoose the union above it.',
  'matter.already_there': 'The matter is there already\nReload to see how it stands.',
  'matter.not_asked_to_sign':
    'Your post was not asked to sign this\nIt may have signed already, or another round has begun.',
  'matter.unit_takes_none': 'This union is being merged or closed and takes nothing new\nChoose the union above it.',
  'sheet.macro': 'The workbook holds macros\nPlease save it as .xlsx without macros, or as CSV, and send it again.',
  'sheet.old_binary':
    'This is a workbook in the old .xls format\nPlease open it and save it as .xlsx or CSV, then send it again.',
  'sheet.binary':
    'This is a workbook in the binary .xlsb format\nPlease open it and save it as .xlsx or CSV, then send it again.',
  'sheet.encrypted':
    'The workbook is locked with a password\nPlease save a copy without it. What you send is kept encrypted.',
  'sheet.bomb':
    'This file unpacks to an abnormal size\nIts content was not read. Unpacked it may have {limit} MB; please copy the rows into a new workbook.',
  'sheet.too_large': 'The file is too large\nIt may have {limit} MB. Please split it into several files.',
  'sheet.too_many_rows': 'There are too many rows\nAt most {limit} at once. Please split the file into several.',
  'sheet.too_many_columns': 'Row {row} has too many columns\nAt most {limit}. Please delete those that are not needed.',
  'sheet.cell_too_long': 'Row {row}, column {column} holds too much\nA cell has at most {limit} characters.',
  'sheet.not_a_sheet':
    'This is no sheet that can be read\nPlease send an .xlsx or CSV file. If it was renamed, open it and save it as one.',
  'sheet.empty': 'There is nothing in the sheet\nPlease check that it is the right file and the right sheet.',
  'sheet.encoding': 'The encoding of the text is not clear\nPlease save it as .xlsx, or as CSV in UTF-8.',
  'sheet.open_quote':
    'A quotation mark in row {row} is never closed\nAll that follows would become one cell. Please add or remove a mark there.',
  'sheet.broken': 'The file is damaged or incomplete\nPlease open it, save a copy and send that.',
  'kernel.field_missing': 'Please fill this in',
  'kernel.field_unknown': 'This field is not known',
  'kernel.field_type': 'This has the wrong form',
  'kernel.field_form': 'This is not written the right way',
  'kernel.field_choice': 'Please choose one of the options',
  'kernel.field_broken_text': 'It holds characters that cannot be kept',
  'kernel.field_minLength': 'At least {limit} characters',
  'kernel.field_maxLength': 'At most {limit} characters',
  'kernel.field_minimum': 'Not less than {limit}',
  'kernel.field_maximum': 'Not more than {limit}',
  'kernel.field_minItems': 'At least {limit}',
  'kernel.field_maxItems': 'At most {limit}',
  'kernel.calendar_other_year': 'This day lies in another year',
  'kernel.calendar_twice': 'This day is given twice',
  'kernel.calendar_weekday': 'The day of the week does not allow this kind',
}
