const owns = Object.prototype.hasOwnProperty

/** Tells whether a property is an object's own; stands in for `Object.hasOwn`, which came with Chrome 93 and Safari 15.4. */
export function hasOwn(object: object, key: PropertyKey): boolean {
  return owns.call(object, key)
}

if (typeof Object.hasOwn !== 'function') {
  Object.defineProperty(Object, 'hasOwn', { value: hasOwn, configurable: true, writable: true })
}
