import type { Translation } from '../../shared/texts.ts'
import type { zh } from './zh.ts'

export const en: Translation<typeof zh> = {
  'imports.column_missing':
    'A needed column is missing: {column}\nSay which column it is; if the sheet has none, add it and upload again.',
  'imports.column_twice': 'Two columns are taken for “{column}”\nLeave one.',
  'imports.column_unknown': 'No such column: {column}\nReload the page and choose again.',
  'imports.no_such_choice': 'That choice is no longer there\nReload and decide again.',
  'imports.no_such_row': 'Some of the rows were decided before, or are not on the list\nReload and choose again.',
  'imports.let_go': 'What was read has been let go of, as announced\nUpload the sheet again if it is needed.',
  'imports.post_given_up':
    'Whoever began the import no longer holds that post\nWhat was imported stays. Let the present holder upload the sheet again; whoever is there already counts as unchanged.',
  'imports.stopped_by_mistake':
    'Something went wrong on the way\nWhat was imported stays, and no row is half done. It has been recorded; upload the sheet again later, and whoever is there already counts as unchanged.',
  'imports.formula_cell':
    'This cell is a formula and was not read\nCopy the column, paste it as values, and upload again.',
  'imports.error_cell': 'This cell is an error of the spreadsheet program (such as #N/A)\nWrite what is meant.',
  'imports.broken_text': 'There is a character that cannot be read\nType it again.',
  'imports.repeated_row': 'Repeats row {row}; only the first one counts',
  'imports.contradicting_row':
    'The same person as in row {row}, with other contents\nNobody can know which is right, so neither was taken. Compare, and leave one.',
  'imports.none_of_them': 'It was decided that none of the candidates is meant\nMend the row and upload it again.',
  'imports.not_settled':
    'Not decided yet, so it was not taken\nDecide on the page, or mend the row and upload it again.',
  'imports.error_file': 'to mend',
  'imports.reasons': 'what is wrong and how to mend it',
}
