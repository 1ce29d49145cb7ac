import { byElection, reElection, removal } from '@gongqiao/modules/elections/machine.ts'
import {
  application,
  deemed,
  expulsion,
  incoming,
  notMe,
  resignation,
  standing,
  transfer,
} from '@gongqiao/modules/membership/machine.ts'
import { founding, registration, termEnd, unitChange, vacancy } from '@gongqiao/modules/organization/machine.ts'
import { ask, retaliation } from '@gongqiao/modules/rights/machine.ts'
import { type ComponentType, lazy } from 'react'
import type { PanelProps } from '../matters/panel.ts'

/** Any kind, drawn from its definition. */
export const GenericPanel: ComponentType<PanelProps> = lazy(async () => ({
  default: (await import('../matters/generic-panel.tsx')).GenericPanel,
}))

const CommitteePanel = lazy(async () => ({
  default: (await import('../organization/committee/committee-panel.tsx')).CommitteePanel,
}))

const ElectionPanel: ComponentType<PanelProps> = lazy(async () => ({
  default: (await import('../elections/election-panel.tsx')).ElectionPanel,
}))

const LifePanel = lazy(async () => ({ default: (await import('../life/life-panel.tsx')).LifePanel }))

/** Which panel draws a kind of matter; every other kind is drawn from its definition. */
export const panels: { readonly [kind: string]: ComponentType<PanelProps> } = {
  [application.name]: lazy(async () => ({
    default: (await import('../membership/application-panel.tsx')).ApplicationPanel,
  })),
  [ask.name]: lazy(async () => ({ default: (await import('../rights/ask-panel.tsx')).AskPanel })),
  [retaliation.name]: lazy(async () => ({
    default: (await import('../rights/retaliation-panel.tsx')).RetaliationPanel,
  })),
  [termEnd.name]: CommitteePanel,
  [vacancy.name]: CommitteePanel,
  [unitChange.name]: lazy(async () => ({
    default: (await import('../organization/past/change-panel.tsx')).ChangePanel,
  })),
  [reElection.name]: ElectionPanel,
  [byElection.name]: ElectionPanel,
  [removal.name]: lazy(async () => ({ default: (await import('../elections/removal-panel.tsx')).RemovalPanel })),
  [standing.name]: LifePanel,
  [resignation.name]: LifePanel,
  [deemed.name]: LifePanel,
  [expulsion.name]: LifePanel,
  [transfer.name]: lazy(async () => ({ default: (await import('../transfer/transfer-panel.tsx')).TransferPanel })),
  [incoming.name]: lazy(async () => ({ default: (await import('../transfer/incoming-panel.tsx')).IncomingPanel })),
  [notMe.name]: lazy(async () => ({ default: (await import('../membership/report-panel.tsx')).ReportPanel })),
  [founding.name]: lazy(async () => ({ default: (await import('../founding/founding-panel.tsx')).FoundingPanel })),
  [registration.name]: lazy(async () => ({
    default: (await import('../founding/founding-panel.tsx')).RegistrationPanel,
  })),
}
