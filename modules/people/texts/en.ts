import type { Translation } from '@gongqiao/kernel/shared/texts.ts'
import type { zh } from './zh.ts'

export const en: Translation<typeof zh> = {
  'people.under_age': 'Younger than {age}: too young to join yet',
  'people.phone_code_wrong': 'The code is wrong\nYou can try {left} more times, or ask for a new code.',
  'people.phone_code_over': 'The code is no longer valid\nPlease ask for a new one.',
  'people.phone_of_another':
    'This phone stands on another record\nIf the number is newly yours, take your document to a union window to free it, use another phone, or call 12351.',
  'people.nobody_by_this_phone':
    'Nobody is known by this phone yet\nScan a union’s joining code to join; if your phone has changed, take your document to a union window.',
  'people.phone_code_text': '[{brand}] Your code is {code}, valid for {minutes} minutes. Tell nobody, staff included.',
  'people.phone_changed_text':
    '[{brand}] Your union record now has a new phone; this number no longer signs in. If that was not you, call 12351.',
  'people.no_consent': 'It can be sent only with your consent',
  'people.notice_outdated': 'The notice has changed; please read and agree again',
}
