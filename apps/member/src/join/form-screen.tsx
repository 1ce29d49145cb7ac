import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Refused } from '../api/client.ts'
import { invitationQuery } from '../api/queries.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Absent } from '../shell/absent.tsx'
import { Screen } from '../shell/screen.tsx'
import { CodeRefused } from './code-refused.tsx'
import { JoinForm } from './join-form.tsx'
import { isStep } from './steps.ts'
import { joinTexts } from './texts/index.ts'

const route = getRouteApi('/j/$code/$step')

/** The form behind a scanned code, opened at one of its questions. */
export function FormScreen() {
  const { code, step } = route.useParams()
  const t = useSpeak(joinTexts)
  const invitation = useQuery(invitationQuery(code))
  if (!isStep(step)) return <Absent />
  if (invitation.error instanceof Refused) return <CodeRefused problem={invitation.error.problem} />
  if (invitation.data !== undefined) {
    return <JoinForm key={code} code={code} step={step} invitation={invitation.data} />
  }
  return (
    <Screen title={t('joinTitle')} back={`/j/${code}`}>
      <Loaded query={invitation}>{() => null}</Loaded>
    </Screen>
  )
}
