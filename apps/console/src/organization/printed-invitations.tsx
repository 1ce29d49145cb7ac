import type { PrintedInvitations } from '@gongqiao/modules/organization/contract.ts'
import { useEffect } from 'react'
import { PrintSheet } from '../kit/print-sheet.tsx'
import { useInvitationsSay } from './invitation-texts.ts'

/** Until the pictures, which come with the page, are drawn. */
const picturesTakeMs = 300

/** Invitations as strips of paper, one for each officer, and the printer asked for at once. */
export function PrintedInvitationSheet({
  printed,
  unit,
  done,
}: {
  printed: PrintedInvitations
  unit: string
  done: () => void
}) {
  const say = useInvitationsSay()
  useEffect(() => {
    // Some browsers go on while they print: the sheet stays until they say that they have.
    window.addEventListener('afterprint', done)
    const printing = setTimeout(() => window.print(), picturesTakeMs)
    return () => {
      clearTimeout(printing)
      window.removeEventListener('afterprint', done)
    }
  }, [done])
  return (
    <PrintSheet>
      <h1>{say('print.sheet', { unit })}</h1>
      <ul className="invitation-strips">
        {printed.items.map(({ invitation, picture }) => (
          <li key={invitation.invitation}>
            <img
              alt={say('link')}
              width={120}
              height={120}
              src={`data:image/svg+xml;utf8,${encodeURIComponent(picture)}`}
            />
            <div>
              <p>
                <strong>{invitation.name}</strong> · {invitation.title}
              </p>
              <p>{invitation.unit.name}</p>
              <p className="invitation-strip-link">{invitation.link}</p>
              <p>{say('print.how')}</p>
            </div>
          </li>
        ))}
      </ul>
    </PrintSheet>
  )
}
