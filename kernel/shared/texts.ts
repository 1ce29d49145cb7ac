/** The languages a screen or letter can speak. Chinese first. */
export type Language = 'zh' | 'en'
export const languages: readonly Language[] = ['zh', 'en']

/** The variables a template names: `'{name}加入{unit}'` has `name` and `unit`. */
export type Variables<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Variables<Rest>
  : never

/** Texts of one module in one language. */
export type Texts = { readonly [key: string]: string }

/** The same keys, each with the same variables: what a translation must have. */
export type Translation<T extends Texts> = { readonly [K in keyof T]: string }

type Spoken<T extends string> = [Variables<T>] extends [never]
  ? []
  : [variables: { [V in Variables<T>]: string | number }]

/** Fills a template's variables; a variable that is not given stays visible as `{name}`. */
export function fill(template: string, variables: { readonly [name: string]: string | number }): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value: unknown = variables[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole
  })
}

/** A speaker of one module's texts: a wrong key or a missing variable does not compile. */
export function speaker<const T extends Texts>(zh: T, en: Translation<T>) {
  return (language: Language) =>
    <K extends keyof T & string>(key: K, ...variables: Spoken<T[K]>): string =>
      fill((language === 'en' ? en : zh)[key] ?? key, variables[0] ?? {})
}
