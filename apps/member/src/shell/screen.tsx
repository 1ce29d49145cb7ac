import { Link, useCanGoBack, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../kit/icon.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { prefer, usePreferences, useSpeak } from '../settings/preferences.ts'
import { DemonstrationSign } from './demonstration-sign.tsx'
import { useShortName } from './installation.ts'
import { OwnMark } from './own-mark.tsx'
import { StatusBars } from './status-bars.tsx'
import { Tabs } from './tabs.tsx'

type ScreenProps = {
  /** The one heading, also the document's title. */
  title: ReactNode
  /** The document's title where the heading is no plain text. */
  documentTitle?: string
  /** Shown above the heading: where in a row of steps, or what the heading belongs to. */
  above?: ReactNode
  /** Where the way back leads when there is no page before this one; without it there is no way back. */
  back?: string
  /** The four places at the bottom, on screens that are not in the middle of something. */
  tabs?: boolean
  /** A question screen gives the focus to its field instead of its heading. */
  focus?: 'heading' | 'field'
  children: ReactNode
  /** What stays within the thumb's reach at the bottom. */
  foot?: ReactNode
}

let first = true

/** The frame of every screen: way back or name, type size and language, one heading, content, places. */
export function Screen({
  title,
  documentTitle,
  above,
  back,
  tabs = false,
  focus = 'heading',
  children,
  foot,
}: ScreenProps) {
  const t = useSpeak(kitTexts)
  const name = useShortName()
  const heading = useRef<HTMLHeadingElement>(null)
  const told = documentTitle ?? (typeof title === 'string' ? title : name)

  useEffect(() => {
    document.title = told === name ? name : `${told} · ${name}`
  }, [told, name])

  useEffect(() => {
    if (focus === 'field') firstField()?.focus({ preventScroll: true })
    else if (!first) heading.current?.focus({ preventScroll: true })
    first = false
  }, [focus])

  return (
    <div className={tabs ? 'screen with-tabs' : 'screen'}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="top">
        {back === undefined ? <Brand /> : <Back fallback={back} />}
        <DemonstrationSign />
        <Adjust />
      </header>
      <StatusBars />
      <main id="content" tabIndex={-1}>
        {above}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
        {foot === undefined ? null : <div className="foot">{foot}</div>}
      </main>
      {tabs ? <Tabs /> : null}
    </div>
  )
}

function firstField() {
  return document.querySelector<HTMLInputElement>('#content input')
}

function Brand() {
  const name = useShortName()
  return (
    <Link className="brand" to="/">
      <OwnMark size={30} />
      <span>{name}</span>
    </Link>
  )
}

function Back({ fallback }: { fallback: string }) {
  const t = useSpeak(kitTexts)
  const router = useRouter()
  const canGoBack = useCanGoBack()
  return (
    <button
      type="button"
      className="top-button back"
      onClick={() => (canGoBack ? router.history.back() : router.history.replace(fallback))}
    >
      <Icon name="back" />
      <span>{t('back')}</span>
    </button>
  )
}

/** Type size and language, in the same place on every screen. */
function Adjust() {
  const t = useSpeak(kitTexts)
  const { large, language } = usePreferences()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <div className="adjust">
      <button type="button" className="top-button" onClick={() => prefer({ large: !large })}>
        {large ? t('largeOff') : t('largeOn')}
      </button>
      <button
        type="button"
        className="top-button"
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => prefer({ language: other })}
      >
        {t('otherLanguage')}
      </button>
    </div>
  )
}
