import type { Envelope } from './command.ts'
import type { Who } from './transitions.ts'

/** True when the actor, by roles and standing read at this moment, is one of `who`. */
export function authorize(who: readonly Who[], { actor, standing }: Envelope): boolean {
  return who.some((one) => {
    switch (one) {
      case 'anyone':
        return true
      case 'system':
        return actor.system
      case 'reporter':
        return standing.reporter
      case 'supporter':
        return standing.supporter
      case 'staff':
      case 'manager':
      case 'committee':
      case 'grid':
        return actor.roles.includes(one)
      default:
        return one satisfies never
    }
  })
}
