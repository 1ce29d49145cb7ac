import { word } from '@gongqiao/ui/texts/index.ts'
import { Button } from 'antd'
import { useLanguage, useLanguageStore } from './language.tsx'

/** Changes to the other language, named in that language. */
export function LanguageSwitch() {
  const store = useLanguageStore()
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  const name = word(other)(other === 'zh' ? 'language.zh' : 'language.en')
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => store.choose(other)}>
      {name}
    </Button>
  )
}
