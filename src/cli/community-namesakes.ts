import type { Flaw } from './community-issues.ts'
import type { WrittenFile } from './community-shape.ts'

/** How many different people of a list are called by a name; one person may be listed in several roles. */
export function namedAlike(people: NonNullable<WrittenFile['people']>, name: string): number {
  return new Set(people.filter((person) => person.name === name).map(({ id }) => id)).size
}

/** What is wrong with a row that names several people at once, and how to put it right. */
export function ambiguous(name: string, count: number): Pick<Flaw, 'zh' | 'en'> {
  return {
    zh: `people 里有 ${count} 个人都叫「${name}」:把 people 里的名字写得分得清,如「${name}(3栋)」`,
    en: `${count} people are called "${name}" under people: tell their names apart there, such as "${name} (3)"`,
  }
}
