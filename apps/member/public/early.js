/*
 * Asks for what the first screen will show while the app itself is still on its way; the app takes the answers over.
 * For somebody known on this phone it also fetches the card's own script, which draws the card before the app is there.
 * On a slow network that is one round trip less. Plain old script: it runs before any of the app's own code.
 */
;(() => {
  const kept = (key) => {
    try {
      return localStorage.getItem(`gongqiao.${key}`)
    } catch {
      return null
    }
  }
  const language = kept('language') || (/^zh\b/i.test(navigator.language) ? 'zh' : 'en')
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  document.documentElement.dataset.type = kept('large') === 'yes' ? 'large' : 'plain'
  const code = /^\/j\/([^/]+)/.exec(location.pathname)
  const isKnown = location.pathname === '/' && kept('known') === 'yes'
  const answers = {}
  const ask = (path) => {
    answers[path] = fetch(path, {
      headers: { Accept: 'application/json', 'Accept-Language': language },
      credentials: 'same-origin',
    })
    answers[path].catch(() => undefined)
  }
  const named = (name) => (document.currentScript.dataset[name] || '').split(' ').filter(Boolean)
  const preload = (file) => {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = file
    document.head.appendChild(link)
  }
  window.gongqiaoEarly = { language, answers }
  // The largest of what the card needs goes first: a browser fetches six files at a time.
  const [card, ...imports] = isKnown ? named('card') : []
  for (const file of imports) preload(file)
  if (isKnown) ask('/api/me/card')
  if (card !== undefined) {
    const script = document.createElement('script')
    script.type = 'module'
    script.src = card
    document.head.appendChild(script)
  }
  ask('/api/installation')
  // A short code is opened by the app itself: it is an act that is counted.
  if (code && code[1].length > 6) ask(`/api/joining/invitations/${code[1]}`)
  if (location.pathname === '/') ask('/api/me')
  if (isKnown) {
    for (const file of named('home')) preload(file)
    for (const path of ['/api/me/matters', '/api/me/alerts']) ask(path)
  }
})()
