import type { Category } from '../../domain/category.ts'

/**
 * What a word says about a matter.
 * trouble: states a problem by itself (停水) · object: a thing that may fail (电梯) · topic: a matter people ask about (物业费).
 */
export type Role = 'trouble' | 'object' | 'topic'

/** category, role, weight (how surely the word means this category, 1..3), words parted by blanks; _ stands for a blank inside a phrase. */
export type CategoryRow = readonly [Category, Role, number, string]

/** What else a word tells: for a report, against one, or how bad it is. */
export type Cue =
  | 'fault'
  | 'request'
  | 'complaint'
  | 'question'
  | 'address'
  | 'again'
  | 'now'
  | 'habit'
  | 'worry'
  | 'doubt'
  | 'hazard'
  | 'urgent'
  | 'ad'
  | 'sale'
  | 'notice'
  | 'thanks'
  | 'solved'
  | 'joke'
  | 'hypothetical'
  | 'elsewhere'
  | 'past'
  | 'plan'
  | 'media'
  | 'found'
  | 'smalltalk'
  | 'advice'
  | 'on-the-way'
  | 'person'
  | 'blame'
  | 'neighbour'
  | 'spot'
  | 'innocent'

/** cue, words parted by blanks. An innocent word only keeps a word inside it from being heard (火锅, 天气). */
export type CueRow = readonly [Cue, string]

/** category, weight, subjects, predicates: a trouble told in two parts of one clause (狗 … 不牵, lights … flicker*); without predicates the subject is all of it. */
export type MatterPhrase = readonly [Category, number, string, string?]

/** cue, subjects, predicates, as above. */
export type CuePhrase = readonly [Cue, string, string?]
