export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

/** What one process is told from outside. */
export interface Config {
  /** Null: the sandbox, a local Telegram in the browser. */
  readonly botToken: string | null
  readonly telegramApiRoot: string
  readonly webhook: { readonly url: URL; readonly secret: string } | null
  /** Null: embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null
  /** Null: the queues run on PostgreSQL. */
  readonly redisUrl: string | null
  readonly dataDir: string
  /** Where people reach what this process serves, through whatever stands in front of it; no slash at the end. Null: not told. */
  readonly publicUrl: string | null
  /** Asked for by GET every five minutes while nothing was missed; null: nobody watches. */
  readonly deadmanUrl: string | null
  readonly host: string
  readonly port: number
  readonly communityFile: string | null
  /** Null: the one that comes with the program. */
  readonly chinaDaysFile: string | null
  readonly ownerIds: readonly number[]
  /** An OpenAI-compatible server that is asked about doubtful lines; null: nobody is. */
  readonly secondOpinion: { readonly url: URL; readonly model: string; readonly key: string | null } | null
  readonly logLevel: (typeof logLevels)[number]
  /** For tests of what survives: the named point at which the process ends itself with SIGKILL. */
  readonly crashAt: string | null
}

export interface ConfigProblem {
  readonly variable: string
  /** One line: what is wrong and how to mend it. Never the value of a secret. */
  readonly message: string
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

type Env = Readonly<Record<string, string | undefined>>

/** Variables of ours; others that start like ours are taken for typing errors. */
const known = [
  'BOT_TOKEN',
  'TELEGRAM_API_ROOT',
  'WEBHOOK_URL',
  'WEBHOOK_SECRET',
  'DATABASE_URL',
  'DATA_DIR',
  'REDIS_URL',
  'PUBLIC_URL',
  'DEADMAN_URL',
  'HOST',
  'PORT',
  'COMMUNITY_FILE',
  'CHINA_DAYS_FILE',
  'OWNER_IDS',
  'LLM_URL',
  'LLM_MODEL',
  'LLM_KEY',
  'LOG_LEVEL',
  'HUYING_CRASH_AT',
] as const

const ours = /^(BOT|TELEGRAM|WEBHOOK|COMMUNITY|CHINA_DAYS|DEADMAN|OWNER|LLM|HUYING)_/

/** Reads the environment. Pure; reports every problem at once, each with the variable and the fix. */
export function loadConfig(env: Env): ConfigResult {
  const problems: ConfigProblem[] = []
  const bad = (variable: string, message: string): null => {
    problems.push({ variable, message })
    return null
  }
  const text = (name: (typeof known)[number]): string | null => env[name]?.trim() || null

  for (const name of Object.keys(env)) {
    if (ours.test(name) && !(known as readonly string[]).includes(name)) {
      bad(name, `unknown variable; did you mean ${nearest(name)}? Remove it or correct its name`)
    }
  }
  const config: Config = {
    botToken: token(text('BOT_TOKEN'), bad),
    telegramApiRoot:
      url('TELEGRAM_API_ROOT', text('TELEGRAM_API_ROOT'), ['https:', 'http:'], bad)?.href.replace(/\/$/, '') ??
      'https://api.telegram.org',
    webhook: webhook(text('WEBHOOK_URL'), text('WEBHOOK_SECRET'), bad),
    databaseUrl: url('DATABASE_URL', text('DATABASE_URL'), ['postgres:', 'postgresql:'], bad)?.href ?? null,
    redisUrl: url('REDIS_URL', text('REDIS_URL'), ['redis:', 'rediss:'], bad)?.href ?? null,
    dataDir: text('DATA_DIR') ?? '.data',
    publicUrl: publicUrl(text('PUBLIC_URL'), bad),
    deadmanUrl: url('DEADMAN_URL', text('DEADMAN_URL'), ['https:', 'http:'], bad)?.href ?? null,
    host: text('HOST') ?? '127.0.0.1',
    port: port(text('PORT'), bad),
    communityFile: text('COMMUNITY_FILE'),
    chinaDaysFile: text('CHINA_DAYS_FILE'),
    ownerIds: ownerIds(text('OWNER_IDS'), bad),
    secondOpinion: secondOpinion(text('LLM_URL'), text('LLM_MODEL'), text('LLM_KEY'), bad),
    logLevel: logLevel(text('LOG_LEVEL'), bad),
    crashAt: text('HUYING_CRASH_AT'),
  }
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems }
}

type Bad = (variable: string, message: string) => null

function token(value: string | null, bad: Bad): string | null {
  if (value === null || /^\d+:[\w-]{3,}$/.test(value)) return value
  return bad(
    'BOT_TOKEN',
    'is not a bot token; copy it whole from @BotFather, e.g. 123456789:AAE… (the value is not shown here)',
  )
}

function url(name: string, value: string | null, protocols: readonly string[], bad: Bad): URL | null {
  if (value === null) return null
  const parsed = URL.canParse(value) ? new URL(value) : null
  if (parsed && protocols.includes(parsed.protocol)) return parsed
  return bad(name, `is not an address that starts with ${protocols.map((one) => `${one}//`).join(' or ')}`)
}

function publicUrl(value: string | null, bad: Bad): string | null {
  const parsed = url('PUBLIC_URL', value, ['https:', 'http:'], bad)
  if (!parsed) return null
  if (parsed.username !== '' || parsed.password !== '')
    return bad('PUBLIC_URL', 'must carry no user name or password: it is shown to people')
  if (parsed.search !== '' || parsed.hash !== '')
    return bad('PUBLIC_URL', 'must end with its path, without ? and #, e.g. https://bot.example.org')
  return parsed.href.replace(/\/+$/, '')
}

function webhook(address: string | null, secret: string | null, bad: Bad): Config['webhook'] {
  const parsed = url('WEBHOOK_URL', address, ['https:', 'http:'], bad)
  if (!parsed)
    return secret === null || address !== null
      ? null
      : bad('WEBHOOK_SECRET', 'is set without WEBHOOK_URL; set both or neither')
  if (secret !== null && /^[\w-]{32,256}$/.test(secret)) return { url: parsed, secret }
  return bad('WEBHOOK_SECRET', 'must be 32 to 256 characters of A-Z a-z 0-9 _ -, e.g. from: openssl rand -hex 32')
}

function port(value: string | null, bad: Bad): number {
  if (value === null) return 3000
  const number = Number(value)
  if (/^\d{1,5}$/.test(value) && number <= 65_535) return number
  bad('PORT', `"${value}" is not a port; use a number from 0 to 65535`)
  return 0
}

function ownerIds(value: string | null, bad: Bad): readonly number[] {
  if (value === null) return []
  const parts = value.split(/[\s,]+/).filter((part) => part !== '')
  const wrong = parts.find((part) => !/^\d{1,15}$/.test(part))
  if (wrong !== undefined)
    bad('OWNER_IDS', `"${wrong}" is not a Telegram user id; give numbers with commas, e.g. 101,202`)
  return parts.map(Number)
}

function secondOpinion(
  address: string | null,
  model: string | null,
  key: string | null,
  bad: Bad,
): Config['secondOpinion'] {
  if (address === null) {
    if (model !== null) bad('LLM_MODEL', 'is set without LLM_URL; set both or neither')
    if (key !== null) bad('LLM_KEY', 'is set without LLM_URL; set both or neither')
    return null
  }
  const parsed = url('LLM_URL', address, ['https:', 'http:'], bad)
  if (parsed && (parsed.username !== '' || parsed.password !== ''))
    bad('LLM_URL', 'must carry no user name or password; a key goes into LLM_KEY')
  else if (parsed && (parsed.search !== '' || parsed.hash !== '' || /\/chat\/completions\/*$/.test(parsed.pathname)))
    bad('LLM_URL', 'must be only what stands in front of /chat/completions, e.g. http://127.0.0.1:11434/v1')
  // A header takes no blank and nothing beyond ASCII.
  if (key !== null && !/^[\x21-\x7e]+$/.test(key))
    bad('LLM_KEY', 'has a character that no key has; copy it whole (the value is not shown here)')
  if (model === null)
    return bad('LLM_MODEL', "is missing beside LLM_URL; name the model to ask, in the server's own words")
  return parsed && { url: parsed, model, key }
}

function logLevel(value: string | null, bad: Bad): Config['logLevel'] {
  const found = logLevels.find((level) => level === (value ?? 'info'))
  if (found) return found
  bad('LOG_LEVEL', `"${value}" is no level; use one of ${logLevels.join(', ')}`)
  return 'info'
}

function nearest(name: string): string {
  const shared = (other: string): number =>
    [...other].filter((letter, i) => name[i] === letter).length - Math.abs(other.length - name.length)
  return known.toSorted((a, b) => shared(b) - shared(a))[0] ?? 'BOT_TOKEN'
}
