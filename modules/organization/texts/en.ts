import type { Translation } from '@gongqiao/kernel/shared/texts.ts'
import type { zh } from './zh.ts'

export const en: Translation<typeof zh> = {
  'organization.not_an_officer_here':
    'That person is no officer of this union or the one above\nPlease choose one from the list.',
  'organization.holds_it_already': 'This person holds the post already\nThere is nothing to hand over.',
  'organization.too_many_tokens': 'You have {most} tokens already\nPlease revoke those you no longer use first.',
  'organization.message.escalated.title': '{matters} late matters of {unit} were passed up to you',
  'organization.message.escalated.text': 'They stand in your queue; their state and due day have not changed.',
}
