import type { Language } from '../domain/ids.ts'

/** One thing wrong in a community file, placed and with the way to mend it. */
export interface CommunityProblem {
  /** 1 upwards. */
  readonly line: number
  /** 1 upwards. */
  readonly column: number
  /** 'chats.0.role'; '' for the file as a whole. */
  readonly path: string
  /** What stands there, as JSON; '' when nothing does. */
  readonly value: string
  readonly message: Readonly<Record<Language, string>>
}

/** One line for the operator: 'line 12, chats.0.role: …'. */
export function formatProblem(problem: CommunityProblem, language: Language): string {
  const place = language === 'en' ? `line ${problem.line}` : `第 ${problem.line} 行`
  const path = problem.path === '' ? '' : ` ${problem.path}`
  return `${place}${path}: ${problem.message[language]}`
}
