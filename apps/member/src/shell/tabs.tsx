import { Link } from '@tanstack/react-router'
import { Icon } from '../kit/icon.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { shellTexts } from './texts/index.ts'

const places = [
  { to: '/', word: 'home', icon: 'home' },
  { to: '/matters', word: 'matters', icon: 'tasks' },
  { to: '/map', word: 'map', icon: 'map' },
  { to: '/me', word: 'me', icon: 'me' },
] as const

/** The four places: home 首页, get things done 办事, map 地图, me 我的. */
export function Tabs() {
  const t = useSpeak(shellTexts)
  return (
    <nav className="tabs" aria-label={t('places')}>
      {places.map(({ to, word, icon }) => (
        <Link key={to} to={to} className="tab" activeOptions={{ exact: to === '/' }}>
          <Icon name={icon} />
          <span>{t(word)}</span>
        </Link>
      ))}
    </nav>
  )
}
