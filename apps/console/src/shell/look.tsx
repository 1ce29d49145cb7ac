import { useQuery } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useLanguage } from '../kit/language.tsx'
import { useRoomBeside } from '../kit/media.ts'
import { NameContext } from '../kit/page.tsx'
import { usePlainApi } from '../session/acting.tsx'
import { installationQuery } from '../session/queries.ts'
import { deskTheme } from '../theme.ts'

/** Dresses Ant Design in the installation's colours and the reader's language. */
export function Look({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const { data: installation } = useQuery(installationQuery(usePlainApi()))
  const pomegranate = installation?.colours?.pomegranate
  const phone = !useRoomBeside()
  const theme = useMemo(() => deskTheme(pomegranate, phone), [pomegranate, phone])
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')

  useEffect(() => {
    if (pomegranate) document.documentElement.style.setProperty('--pomegranate', pomegranate)
  }, [pomegranate])

  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={landmarkAround}
    >
      <App component={false} message={{ maxCount: 3, duration: 5 }}>
        <NameContext value={installation?.shortName ?? ''}>{children}</NameContext>
      </App>
    </ConfigProvider>
  )
}

/** Lists that open go into the dialog or landmark of their field, so that a screen reader finds them where they belong. */
function landmarkAround(field?: HTMLElement): HTMLElement {
  return field?.closest<HTMLElement>('[role="dialog"], main, header') ?? document.body
}
