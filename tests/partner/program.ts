import { Api, HttpClient } from './client.ts'

/** What a partner's own program looks like: it reads figures and the names of the unions below, page by page. */
export async function readFigures(address: string, token: string, unit: string) {
  const api = new Api(
    new HttpClient<string>({
      baseUrl: `${address}/api`,
      securityWorker: (secret) => ({ headers: { authorization: `Bearer ${secret}` } }),
    }),
  )
  api.http.setSecurityData(token)

  const health = (await api.health.getHealth()).data
  const own = (await api.units.getUnitsUnit(unit)).data.unit
  const below: string[] = []
  for (let after: string | undefined; ; ) {
    const page = (await api.units.getUnitsUnitChildren(unit, after === undefined ? {} : { after })).data
    below.push(...page.items.map((child) => child.name))
    if (page.next === null) break
    after = page.next
  }
  const figures = (await api.units.getUnitsUnitFigures(unit)).data
  const refused = await api.units.getUnitsUnitPeople(unit).catch((answer) => answer.error)
  return { status: health.status, name: own.name, below, onRoll: figures.onRoll, refused }
}
