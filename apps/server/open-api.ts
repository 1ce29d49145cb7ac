import { query } from '@gongqiao/kernel/command/query.ts'
import { type OpenApi, openApiOf } from '@gongqiao/kernel/http/openapi.ts'
import type { Route } from '@gongqiao/kernel/http/route.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { officerCookie } from '@gongqiao/kernel/signin/officers.ts'
import { memberCookie } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import type { Installation } from './installation.ts'

const description =
  '一个人扫码就能加入，各级工会看到同一份真实的数据。界面能做的，接口都能做。拒绝以 application/problem+json 答复，不存在与无权看见是同一答复。'

/** The open API document of an installation's routes. */
export function describeApi(routes: readonly Route[], installation: Installation): OpenApi {
  return openApiOf(routes, {
    title: `${installation.brand.name} API`,
    version: installation.version,
    description,
    cookies: { officer: officerCookie, member: memberCookie },
  })
}

/** What the API is, as a document for machines; written from the route tables at the first question. */
export function openApiQuery(routes: () => readonly Route[], installation: Installation) {
  let document: OpenApi | undefined
  return query({
    act: 'server.find_open_api',
    by: ['anyone'],
    input: Nothing,
    output: Type.Unknown({ description: 'OpenAPI 3.1' }),
    async run({ allow }) {
      allow.everybody('what can be asked is no secret; what is answered is')
      document ??= describeApi(routes(), installation)
      return document
    },
  })
}
