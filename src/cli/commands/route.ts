import { parseArgs } from 'node:util'
import { routeLine, routingOf } from '../route.ts'
import { UsageError } from '../usage-error.ts'
import { answerLines, communityIn } from './lines.ts'

/** `huying route`. */
export async function routeCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean' },
      batch: { type: 'boolean' },
      lang: { type: 'string' },
      tz: { type: 'string' },
      community: { type: 'string' },
    },
  })
  const { lang, tz } = values
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new UsageError('--lang takes zh or en')
  const file = values.community === undefined ? null : await communityIn(values.community)
  const flags = {
    ...(file && routingOf(file.policy)),
    ...(tz !== undefined && { timezone: tz }),
    language: lang === undefined ? (file?.community.language ?? 'zh-CN') : lang === 'en' ? 'en' : 'zh-CN',
  } as const
  await answerLines(
    values.jsonl === true || values.batch === true,
    positionals,
    (text) => text,
    (line) => routeLine(line, flags),
  )
}
