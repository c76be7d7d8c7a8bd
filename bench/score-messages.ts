interface Gold {
  readonly id: string
  readonly text: string
  readonly report: boolean
  readonly categories: readonly string[]
  readonly urgency: string | null
  /** Absent in sets that label no places and times. */
  readonly building?: string | null
  readonly unit?: string | null
  readonly floor?: string | null
  readonly room?: string | null
  readonly since?: string | null
  readonly private: boolean
}

interface Answer {
  readonly id: string
  readonly kind: string
  readonly categories: readonly string[]
  readonly urgency: string | null
  readonly place: Readonly<Record<string, string | null>>
  readonly since: string | null
  readonly private: boolean
}

const ratio = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1e4) / 1e4
const placeKeys = ['building', 'unit', 'floor', 'room'] as const

/** Figures of understanding over labelled lines and the parser's answers to them, in the same order; `show` lists misses on stderr. */
export function scoreMessages(goldLines: readonly string[], answerLines: readonly string[], show = false) {
  const n = { reports: 0, heard: 0, registered: 0, chats: 0, falseReports: 0, falseAsks: 0, category: 0, urgency: 0 }
  const place = { right: 0, wrong: 0, missed: 0 }
  const perCategory = new Map<string, typeof place>()
  const tallyOf = (code: string) => {
    const known = perCategory.get(code) ?? { right: 0, wrong: 0, missed: 0 }
    perCategory.set(code, known)
    return known
  }
  const emergency = { right: 0, wrong: 0, missed: 0 }
  const since = { right: 0, all: 0 }
  const secret = { right: 0, wrong: 0, missed: 0 }
  const count = (tally: { right: number; wrong: number; missed: number }, want: boolean, got: boolean) => {
    if (want && got) tally.right++
    else if (want) tally.missed++
    else if (got) tally.wrong++
  }
  for (const [index, line] of goldLines.entries()) {
    const gold = JSON.parse(line) as Gold
    const answer = JSON.parse(answerLines[index] ?? '{}') as Answer
    const heard = answer.kind === 'report' || answer.kind === 'maybe'
    const miss = (what: string) => show && console.error(`${what}\t${gold.text}\t${answerLines[index]}`)
    if (!gold.report) {
      n.chats++
      if (answer.kind === 'report') n.falseReports++
      if (answer.kind === 'maybe') n.falseAsks++
      if (heard) miss(`false ${answer.kind}`)
      continue
    }
    n.reports++
    if (heard) n.heard++
    else miss('not heard')
    if (answer.kind === 'report') n.registered++
    if (heard && answer.categories[0] !== undefined && gold.categories.includes(answer.categories[0])) n.category++
    else miss('category')
    if (heard && answer.urgency === gold.urgency) n.urgency++
    else miss('urgency')
    count(emergency, gold.urgency === 'emergency', heard && answer.urgency === 'emergency')
    count(secret, gold.private, heard && answer.private)
    const want = new Set(gold.categories)
    const got = new Set(heard ? answer.categories : [])
    for (const code of new Set([...want, ...got])) count(tallyOf(code), want.has(code), got.has(code))
    for (const key of placeKeys) {
      const named = gold[key]
      if (named === undefined) continue
      const found = answer.place?.[key] ?? null
      if (named !== null && found === named) place.right++
      else {
        if (named !== null) place.missed++
        if (found !== null) place.wrong++
        if (named !== found) miss(`place.${key}`)
      }
    }
    if (gold.since === null || gold.since === undefined) continue
    since.all++
    if (answer.since !== null && Date.parse(answer.since) === Date.parse(gold.since)) since.right++
    else miss('since')
  }
  const f1 = (t: typeof place) => ratio(2 * t.right, 2 * t.right + t.wrong + t.missed)
  const labelled = [...perCategory].filter(([, t]) => t.right + t.missed > 0).toSorted()
  const sum = labelled.reduce((total, [, t]) => total + (f1(t) ?? 0), 0)
  return {
    n: goldLines.length,
    heard: ratio(n.heard, n.reports),
    registered: ratio(n.registered, n.reports),
    falseReports: ratio(n.falseReports, n.chats),
    falseAsks: ratio(n.falseAsks, n.chats),
    firstCategory: ratio(n.category, n.reports),
    categoryMacroF1: ratio(sum, labelled.length),
    perCategory: Object.fromEntries(labelled.map(([code, t]) => [code, f1(t)])),
    urgency: ratio(n.urgency, n.reports),
    emergencyRecall: ratio(emergency.right, emergency.right + emergency.missed),
    emergencyPrecision: ratio(emergency.right, emergency.right + emergency.wrong),
    placeF1: f1(place),
    since: ratio(since.right, since.all),
    privateF1: f1(secret),
  }
}
