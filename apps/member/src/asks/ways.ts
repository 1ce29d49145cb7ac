/** In whose name something is asked: one's own, by a phone, or nobody's. */
export type As = 'person' | 'phone' | 'nobody'
