import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { sendText } from '@gongqiao/kernel/messages/outgoing.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { invitationDays } from './link.ts'

/** Sends the link of an invitation to the phone of whom it is for. */
export async function sendLink(
  tx: Tx,
  services: Services,
  phone: string,
  about: { readonly unit: string; readonly title: string; readonly link: string; readonly language: Language },
  now: Date,
): Promise<void> {
  const { unit, title, link, language } = about
  const variables = { brand: services.brand, unit, title, link, days: invitationDays }
  await sendText(tx, services, phone, services.say(language, 'organization.invitation.sms', variables), now)
}
