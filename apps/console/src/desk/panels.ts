import { application, notMe } from '@gongqiao/modules/membership/machine.ts'
import { ask, retaliation } from '@gongqiao/modules/rights/machine.ts'
import { type ComponentType, lazy } from 'react'
import type { PanelProps } from '../matters/panel.ts'

/** Any kind, drawn from its definition. */
export const GenericPanel: ComponentType<PanelProps> = lazy(async () => ({
  default: (await import('../matters/generic-panel.tsx')).GenericPanel,
}))

/** Which panel draws a kind of matter; every other kind is drawn from its definition. */
export const panels: { readonly [kind: string]: ComponentType<PanelProps> } = {
  [application.name]: lazy(async () => ({
    default: (await import('../membership/application-panel.tsx')).ApplicationPanel,
  })),
  [ask.name]: lazy(async () => ({ default: (await import('../rights/ask-panel.tsx')).AskPanel })),
  [retaliation.name]: lazy(async () => ({
    default: (await import('../rights/retaliation-panel.tsx')).RetaliationPanel,
  })),
  [notMe.name]: lazy(async () => ({ default: (await import('../membership/report-panel.tsx')).ReportPanel })),
}
