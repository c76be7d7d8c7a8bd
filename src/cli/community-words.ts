import { defaultUnderstanding } from '../domain/policy/default-policy.ts'
import type { OwnPlace, OwnWords, Understanding } from '../domain/policy/own-words.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { buildingIn, buildingNamed, spellingOf } from '../nlu/community-words.ts'
import { commandWords } from '../nlu/lexicon/commands.ts'
import type { Flaw, Path } from './community-issues.ts'
import type { WrittenFile } from './community-shape.ts'

/** How many phrases a community may add in all. */
const mostPhrases = 500

/** What the file says of understanding; what it leaves out is not stored, so that the product may learn. */
export function understandingOf(file: WrittenFile): Pick<Policy, 'understanding' | 'words' | 'places'> {
  const { understanding, words = [], places = [] } = file
  return {
    ...(understanding && { understanding: thresholdsOf(understanding) }),
    ...(words.length > 0 && { words: words.map(wordsOf) }),
    ...(places.length > 0 && { places: places.map(placeOf) }),
  }
}

const thresholdsOf = ({ report, maybe }: NonNullable<WrittenFile['understanding']>): Understanding => ({
  report: report ?? defaultUnderstanding.report,
  maybe: maybe ?? defaultUnderstanding.maybe,
})

const wordsOf = ({ say, as, urgency }: NonNullable<WrittenFile['words']>[number]): OwnWords => ({
  say,
  ...(as && { as }),
  ...(urgency && { urgency }),
})

const placeOf = ({ say, building, unit, spot }: NonNullable<WrittenFile['places']>[number]): OwnPlace => ({
  say,
  ...(building !== undefined && { building: buildingNamed(building) }),
  ...(unit !== undefined && { unit: String(unit) }),
  ...(spot !== undefined && { spot }),
})

/** Thresholds the wrong way round; words that mean two things, or that something else means already. */
export function understandingFlaws(file: WrittenFile): Flaw[] {
  return [
    ...thresholdFlaws(file),
    ...countFlaws(file),
    ...meaningFlaws(file),
    ...buildingFlaws(file),
    ...phraseFlaws('words', file.words ?? []),
    ...phraseFlaws('places', file.places ?? []),
  ]
}

function thresholdFlaws({ understanding }: WrittenFile): Flaw[] {
  if (understanding === undefined) return []
  const { report, maybe } = thresholdsOf(understanding)
  if (maybe < report) return []
  const key = understanding.maybe === undefined ? 'report' : 'maybe'
  return [
    {
      path: ['understanding', key],
      zh: `maybe(${maybe})要比 report(${report})小:够 report 直接登记,够 maybe 先问一句`,
      en: `maybe (${maybe}) must be below report (${report}): from report on it is registered, from maybe on asked about`,
    },
  ]
}

function countFlaws({ words = [], places = [] }: WrittenFile): Flaw[] {
  const count = [...words, ...places].reduce((sum, { say }) => sum + say.length, 0)
  if (count <= mostPhrases) return []
  return [
    {
      path: [words.length > 0 ? 'words' : 'places'],
      zh: `words 和 places 一共写了 ${count} 个词,最多 ${mostPhrases} 个:请删掉用不着的`,
      en: `words and places hold ${count} phrases, ${mostPhrases} at most: take out what is not needed`,
    },
  ]
}

function meaningFlaws({ words = [] }: WrittenFile): Flaw[] {
  return words.flatMap(({ as, urgency }, index): Flaw[] => {
    if (as === undefined && urgency === undefined)
      return [
        {
          path: ['words', index],
          zh: '要写 as(哪一类,或 chat 闲聊)或 urgency(多急)',
          en: 'say what it means: as (a category, or chat), urgency, or both',
        },
      ]
    if (as !== 'chat' || urgency === undefined) return []
    return [
      {
        path: ['words', index, 'urgency'],
        zh: '闲聊没有急不急:去掉 urgency,或把 as 改成一类',
        en: 'talk is not urgent: take urgency out, or give a category in as',
      },
    ]
  })
}

function buildingFlaws({ buildings = [], places = [] }: WrittenFile): Flaw[] {
  const known = new Set(buildings.map(({ name }) => buildingNamed(name)))
  return places.flatMap(({ building, unit }, index): Flaw[] => {
    if (unit !== undefined && building === undefined)
      return [
        {
          path: ['places', index, 'unit'],
          zh: '写了单元就要写 building(哪一栋)',
          en: 'a unit needs its building: write building, too',
        },
      ]
    if (building === undefined || known.size === 0 || known.has(buildingNamed(building))) return []
    const list = buildings
      .slice(0, 20)
      .map(({ name }) => name)
      .join(', ')
    return [
      {
        path: ['places', index, 'building'],
        zh: `buildings 里没有「${building}」这栋楼(有:${list})`,
        en: `there is no building "${building}" under buildings (there are: ${list})`,
      },
    ]
  })
}

/** Each phrase means one thing: not said twice, no command, and no other building's name. */
function phraseFlaws(
  section: 'words' | 'places',
  rows: readonly { readonly say: readonly string[]; readonly building?: string | undefined }[],
): Flaw[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ say, building }, index) =>
    say.flatMap((phrase, position): Flaw[] => {
      const path: Path = [section, index, 'say', position]
      const spelling = spellingOf(phrase)
      const before = first.get(spelling)
      if (before !== undefined)
        return [
          {
            path,
            zh: `「${phrase}」在 ${section} 第 ${before + 1} 条写过了,一个词只能有一个意思:删掉一个`,
            en: `"${phrase}" is said in row ${before + 1} of ${section} already; a phrase means one thing: remove one`,
          },
        ]
      first.set(spelling, index)
      if (commandWords.has(spelling))
        return [
          {
            path,
            zh: `「${phrase}」是命令,永远不会当成别的:换一个说法`,
            en: `"${phrase}" is a command and is never heard as anything else: take another phrase`,
          },
        ]
      const other = section === 'places' ? buildingIn(phrase) : null
      if (other === null || (building !== undefined && other === buildingNamed(building))) return []
      return [
        {
          path,
          zh: `「${phrase}」本来就读作 ${other} 栋,不能再指别处:换一个说法`,
          en: `"${phrase}" reads as building ${other} already and cannot mean another place: take another name`,
        },
      ]
    }),
  )
}
