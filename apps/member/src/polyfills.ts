/** What Chrome 87 and Safari 14 lack of what is used here; `check-bundle.ts` finds what is missing. */
if (typeof Object.hasOwn !== 'function') {
  Object.defineProperty(Object, 'hasOwn', {
    value: (object: object, key: PropertyKey) => Object.hasOwn(object, key),
    configurable: true,
    writable: true,
  })
}
