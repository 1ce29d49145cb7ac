/**
 * 重点群体: occupation groups of workers without a fixed employer, by our codes: the eight groups of 2018, the core of new
 * employment forms of 2021, and further ones. Kept apart from the occupation classification.
 *
 * @see rulebook 4.1
 */
export const occupations = [
  'truck_driver',
  'courier',
  'food_rider',
  'ride_hailing_driver',
  'carer',
  'domestic_worker',
  'store_promoter',
  'estate_agent',
  'guard',
  'livestreamer',
  'chauffeur',
  'online_marketer',
  'other',
] as const
export type Occupation = (typeof occupations)[number]
