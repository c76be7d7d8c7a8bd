import { type Category, categories } from '../../domain/category.ts'

/** What the model answers about one message: is it a report; and if it is, of which categories, how bad, private? */
export const judgements: readonly ('urgent' | 'emergency' | 'private' | Category)[] = [
  ...categories,
  'urgent',
  'emergency',
  'private',
]

export type Judgement = (typeof judgements)[number]
