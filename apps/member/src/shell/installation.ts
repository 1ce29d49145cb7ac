import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Installation, installationQuery } from '../api/queries.ts'
import { useSpeak } from '../settings/preferences.ts'
import { shellTexts } from './texts/index.ts'

/** What this installation calls itself, as soon as it is known. */
export function useInstallation(): Installation | undefined {
  return useQuery(installationQuery).data
}

/** The short name for bars and titles; the product's own name until the installation's is known. */
export function useShortName(): string {
  const t = useSpeak(shellTexts)
  return useInstallation()?.shortName ?? t('name')
}

/** Puts the installation's own colours over the tokens; a value that is no hexadecimal colour is left out. */
export function useInstallationColours(): void {
  const colours = useInstallation()?.colours
  useEffect(() => {
    for (const [token, value] of Object.entries(colours ?? {})) {
      if (/^[a-z-]+$/.test(token) && /^#[0-9a-f]{6}$/i.test(value)) {
        document.documentElement.style.setProperty(`--${token}`, value)
      }
    }
  }, [colours])
}
