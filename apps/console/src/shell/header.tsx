import {
  BellOutlined,
  ClockCircleOutlined,
  KeyOutlined,
  LogoutOutlined,
  MenuOutlined,
  QuestionCircleOutlined,
  SlidersOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { Mark } from '@gongqiao/ui/mark.tsx'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { Badge, Button, Dropdown } from 'antd'
import type { RefObject } from 'react'
import { LanguageSwitch } from '../kit/language-switch.tsx'
import { UnitSearch } from '../organization/unit-search.tsx'
import { useActing } from '../session/acting.tsx'
import { installationQuery } from '../session/queries.ts'
import { useSignOut } from '../session/use-sign-out.ts'
import { useShellSay } from './texts/index.ts'

/** The top of the desk: name, search, messages, language, help, sign-out. */
export function Header({
  search,
  onChooseUnit,
  onHelp,
  onMenu,
}: {
  search: RefObject<HTMLInputElement | null>
  onChooseUnit: (unit: string) => void
  onHelp: () => void
  /** Opens the tree where it does not stand beside the page; null where it does. */
  onMenu: (() => void) | null
}) {
  const say = useShellSay()
  const { self, api, may } = useActing()
  const { data: installation } = useQuery(installationQuery(api))
  const leave = useSignOut()
  const router = useRouter()
  const messages = say(self.unreadMessages === 0 ? 'messages' : 'messages.unread', { count: self.unreadMessages })
  return (
    <header className="frame-head no-print">
      {onMenu ? <Button type="text" icon={<MenuOutlined />} aria-label={say('menu.open')} onClick={onMenu} /> : null}
      <Link to="/" className="frame-name">
        <Mark size={28} className="mark" />
        <span>{installation?.shortName ?? ''}</span>
      </Link>
      {may('organization.view_tree') ? <UnitSearch input={search} onChoose={onChooseUnit} /> : <span />}
      <nav className="frame-tools" aria-label={say('tools')}>
        <Link to="/messages" className="frame-bell" aria-label={messages} title={messages}>
          <Badge count={self.unreadMessages} size="small" overflowCount={99}>
            <BellOutlined />
          </Badge>
        </Link>
        {onMenu ? null : (
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={say('help')}
            title={say('help')}
            onClick={onHelp}
          />
        )}
        {onMenu ? null : <LanguageSwitch />}
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...(onMenu
                ? [{ key: 'help', label: say('help'), icon: <QuestionCircleOutlined />, onClick: onHelp }]
                : []),
              ...(may('kernel.view_clock')
                ? [
                    {
                      key: 'clock',
                      label: say('clock'),
                      icon: <ClockCircleOutlined />,
                      onClick: () => void router.navigate({ to: '/clock', search: {} }),
                    },
                  ]
                : []),
              ...(may('elections.view_parameters')
                ? [
                    {
                      key: 'parameters',
                      label: say('parameters'),
                      icon: <SlidersOutlined />,
                      onClick: () => void router.navigate({ to: '/election-parameters' }),
                    },
                  ]
                : []),
              {
                key: 'tokens',
                label: say('tokens'),
                icon: <KeyOutlined />,
                onClick: () => void router.navigate({ to: '/tokens' }),
              },
              { key: 'out', label: say('out'), icon: <LogoutOutlined />, onClick: leave },
            ],
          }}
        >
          {onMenu ? (
            <Button type="text" aria-haspopup="menu" aria-label={self.name} icon={<UserOutlined />} />
          ) : (
            <Button type="text" aria-haspopup="menu">
              {self.name}
            </Button>
          )}
        </Dropdown>
      </nav>
    </header>
  )
}
