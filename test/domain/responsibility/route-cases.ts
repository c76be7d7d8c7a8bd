import type { Category } from '../../../src/domain/category.ts'
import type { Component, Fund, Part, Party } from '../../../src/domain/responsibility/facts.ts'

/** One line of `huying route` as it is asked and answered; `article` is the first one cited. */
export interface RouteCase {
  readonly note: string
  readonly category: Category
  readonly part: Part | null
  readonly component: Component | null
  readonly danger: boolean
  readonly handover: string | null
  readonly at: string
  readonly designLife?: number
  readonly party: Party
  readonly fund: Fund | null
  readonly article: string
}

type Asked = readonly [Category, (Part | null)?, (Component | null)?, ('danger' | 'calm')?]
type Dated = readonly [handover: string | null, at: string]
type Answer = readonly [Party, Fund | null, article: string]

const now = '2026-11-23T10:00:00+08:00'
const old: Dated = ['2010-06-30', now]
const young: Dated = ['2026-01-15', now]
const undated: Dated = [null, now]

function one(note: string, asked: Asked, [handover, at]: Dated, answer: Answer, designLife?: number): RouteCase {
  const [category, part = null, component = null, mood = 'calm'] = asked
  const [party, fund, article] = answer
  return {
    ...{ note, category, part, component, danger: mood === 'danger', handover, at, party, fund, article },
    ...(designLife !== undefined && { designLife }),
  }
}

const quality: Answer = ['developer', null, '《建设工程质量管理条例》第四十条']
const ordinary: Answer = ['property', 'ordinary', '《住宅专项维修资金管理办法》第十八条']
const emergency: Answer = ['property', 'emergency', '《住宅专项维修资金管理办法》第二十四条']
const own: Answer = ['owner', null, '《民法典》第二百七十二条']
const service: Answer = ['property', null, '《民法典》第九百四十二条']

export const routeCases: readonly RouteCase[] = [
  // Property and administration
  one('an unapproved building is for the planning authority', ['construction'], old, [
    'government',
    null,
    '《物业管理条例》第四十五条',
  ]),
  one('also on a household’s own terrace', ['construction', 'private'], old, [
    'government',
    null,
    '《物业管理条例》第四十五条',
  ]),
  one(
    'a load-bearing wall taken down is conduct, not a defect in warranty',
    ['construction', 'private', 'structure', 'danger'],
    young,
    ['government', null, '《物业管理条例》第四十五条'],
  ),
  one(
    'a noisy renovation is registered with and stopped by the property firm',
    ['construction', 'private', 'fittings'],
    old,
    ['property', null, '《物业管理条例》第五十二条'],
  ),
  one('partitioned rooms to let are for the housing authority', ['rental', 'private'], old, [
    'government',
    null,
    '《住房租赁条例》第七条',
  ]),
  one('restaurant fumes are for the environment authority', ['pollution'], old, [
    'government',
    null,
    '《大气污染防治法》第八十一条',
  ]),
  one('green made into somebody’s garden is given back by order', ['greening', 'private'], old, [
    'government',
    null,
    '《城市绿化条例》第十九条',
  ]),
  one('a blocked fire lane is fined by the fire authority', ['parking', null, null, 'danger'], old, [
    'government',
    null,
    '《消防法》第二十八条',
  ]),
  one('a fire is the fire brigade’s', ['fire', null, null, 'danger'], old, [
    'government',
    null,
    '《消防法》第四十四条',
  ]),
  one('a burglar is the police’s', ['security', null, null, 'danger'], old, [
    'government',
    null,
    '《物业管理条例》第四十六条',
  ]),
  one('a dog that bites is the police’s', ['pets', null, null, 'danger'], old, [
    'government',
    null,
    '《动物防疫法》第三十条',
  ]),
  one('a quarrel that turns to blows is the police’s', ['dispute', null, null, 'danger'], old, [
    'government',
    null,
    '《物业管理条例》第四十六条',
  ]),
  one('noise in the grounds is dissuaded by the property firm first', ['noise'], old, [
    'property',
    null,
    '《噪声污染防治法》第七十条',
  ]),
  // Property and owners' self-government
  one('the fee is decided by the owners together', ['governance'], old, ['owners', null, '《民法典》第二百七十八条']),
  one('common income, too', ['governance', 'shared'], old, ['owners', null, '《民法典》第二百七十八条']),
  one('keeping pets at home is for the house rules', ['pets', 'private'], old, [
    'owners',
    null,
    '《民法典》第二百八十六条',
  ]),
  one('dog mess on the lawn is cleaned up by the property firm', ['pets', 'shared'], old, service),
  one('rubbish in the lobby is part of the service contract', ['sanitation'], old, service),
  one('a household takes out its own building waste', ['sanitation', 'private'], old, [
    'owner',
    null,
    '《固体废物污染环境防治法》第四十九条',
  ]),
  one('the daily care of the green is the property firm’s', ['greening'], old, service),
  one('order on shared roads is kept by the property firm', ['parking'], old, service),
  one('a bought parking space is its owner’s', ['parking', 'private'], old, [
    'owner',
    null,
    '《民法典》第二百七十五条',
  ]),
  one('a lift out of warranty is repaired from the fund', ['elevator', 'shared', 'equipment'], old, ordinary),
  one('a lift is shared although nobody said so', ['elevator'], old, ordinary),
  one('a worn lobby floor', ['facility', 'shared', 'fittings'], old, ordinary),
  one('wiring of the stairs', ['power', 'shared', 'wiring'], old, ordinary),
  one('the shared drain', ['leak', 'shared', 'pipes'], old, ordinary),
  one('a roof that lets rain in, nobody in danger', ['leak', 'shared', 'waterproofing'], old, ordinary),
  one('an outer wall is shared whatever was said', ['facility', 'private', 'facade'], old, ordinary),
  one('a pipe behind the household’s own wall', ['leak', 'private', 'pipes'], old, own),
  one('a household’s own bathroom floor, fifteen years on', ['leak', 'private', 'waterproofing'], old, own),
  one('a household’s own door', ['facility', 'private', 'fittings'], old, own),
  // The six cases of emergency use, and what is beside them
  one('1: roof or outer wall leaks badly', ['leak', 'shared', 'waterproofing', 'danger'], old, emergency),
  one('2: a lift that may harm people', ['elevator', 'shared', 'equipment', 'danger'], old, emergency),
  one('3: the pump of the upper floors', ['water', 'shared', 'equipment', 'danger'], old, emergency),
  one('4: tiles come off the outer wall', ['facility', 'shared', 'facade', 'danger'], old, emergency),
  one('5: a burst shared drain', ['leak', 'shared', 'pipes', 'danger'], old, emergency),
  one('6: fire pumps that fail', ['fire', 'shared', 'equipment', 'danger'], old, emergency),
  one('any other danger of a shared part', ['facility', 'shared', 'fittings', 'danger'], old, emergency),
  one(
    'in warranty there is no need of the fund, danger or not',
    ['elevator', 'shared', 'equipment', 'danger'],
    young,
    quality,
  ),
  one('danger makes no shared part of a household’s own', ['leak', 'private', 'pipes', 'danger'], old, own),
  // Property and utilities
  one('no power in the building', ['power'], old, ['utility', null, '《物业管理条例》第五十一条']),
  one('no water', ['water', 'shared'], old, ['utility', null, '《物业管理条例》第五十一条']),
  one('no heat', ['heating'], old, ['utility', null, '《物业管理条例》第五十一条']),
  one('gas pipes up to the home are the gas company’s, old', ['gas', 'shared', 'pipes'], old, [
    'utility',
    null,
    '《城镇燃气管理条例》第十九条',
  ]),
  one('and new', ['gas', 'shared', 'pipes'], young, ['utility', null, '《城镇燃气管理条例》第十九条']),
  one('a smell of gas at home is the gas company’s at once', ['gas', 'private', 'pipes', 'danger'], old, [
    'utility',
    null,
    '《城镇燃气管理条例》第四十条',
  ]),
  one('the hose of the gas stove is the household’s', ['gas', 'private'], old, [
    'owner',
    null,
    '《城镇燃气管理条例》第二十七条',
  ]),
  one('wiring behind the meter is the household’s', ['power', 'private'], old, [
    'owner',
    null,
    '《电力供应与使用条例》第十七条',
  ]),
  one('a tap at home is the household’s', ['water', 'private'], old, own),
  one('a live wire in the yard is made safe by the property firm', ['power', null, null, 'danger'], old, service),
  // Property and developer
  one(
    'waterproofing, the last day of five years',
    ['leak', 'shared', 'waterproofing'],
    ['2021-11-23', '2026-11-23T23:59:59+08:00'],
    quality,
  ),
  one('and the day after', ['leak', 'shared', 'waterproofing'], ['2021-11-22', '2026-11-23T00:00:00+08:00'], ordinary),
  one(
    'the day is the one here: in London it is still the last day',
    ['leak', 'shared', 'waterproofing'],
    ['2021-11-22', '2026-11-22T16:00:00Z'],
    ordinary,
  ),
  one(
    'wiring, the last day of two years',
    ['power', 'shared', 'wiring'],
    ['2024-11-23', '2026-11-23T12:00:00+08:00'],
    quality,
  ),
  one('and the day after', ['power', 'shared', 'wiring'], ['2024-11-22', '2026-11-23T12:00:00+08:00'], ordinary),
  one(
    '29 February has no day of its name two years on: the month’s last counts',
    ['leak', 'private', 'pipes'],
    ['2024-02-29', '2026-02-28T12:00:00+08:00'],
    quality,
  ),
  one('and no longer', ['leak', 'private', 'pipes'], ['2024-02-29', '2026-03-01T00:00:00+08:00'], own),
  one(
    'heating: two heating periods after a summer’s handover, the last day',
    ['heating', 'shared', 'heating'],
    ['2023-06-30', '2025-03-15T12:00:00+08:00'],
    quality,
  ),
  one(
    'which is before twenty-four months are over',
    ['heating', 'shared', 'heating'],
    ['2023-06-30', '2025-03-16T12:00:00+08:00'],
    ordinary,
  ),
  one(
    'a period that had begun at the handover is none of the two',
    ['heating', 'private', 'heating'],
    ['2023-12-20', '2026-03-15T12:00:00+08:00'],
    quality,
  ),
  one('and then it is over', ['heating', 'private', 'heating'], ['2023-12-20', '2026-03-16T12:00:00+08:00'], own),
  one(
    'a cracked beam after fifteen years is within the design life',
    ['facility', 'shared', 'structure'],
    old,
    quality,
  ),
  one(
    'also in somebody’s room: the frame is nobody’s own',
    ['facility', 'private', 'structure', 'danger'],
    old,
    quality,
  ),
  one('fifty years on', ['facility', 'shared', 'structure'], ['1976-11-22', now], ordinary),
  one(
    'but not where the house was designed for seventy',
    ['facility', 'shared', 'structure'],
    ['1976-11-22', now],
    quality,
    70,
  ),
  one('a seeping outer wall has five years', ['leak', 'shared', 'facade'], ['2023-01-10', now], quality),
  one('its finish has two', ['facility', 'shared', 'facade'], ['2023-01-10', now], ordinary),
  one('a household’s new boiler room is in warranty, too', ['facility', 'private', 'fittings'], young, quality),
  one('whose part it is matters nothing in warranty', ['leak', null, 'waterproofing'], ['2023-06-30', now], quality),
  one('a leak of whatever kind, within two years', ['leak', 'shared'], young, quality),
  one('a shared leak of whatever kind, between two and five years', ['leak', 'shared'], ['2023-06-30', now], service),
  one(
    'at home between two and five years it is the household’s until proved',
    ['leak', 'private'],
    ['2023-06-30', now],
    own,
  ),
  one(
    'not handed over yet',
    ['elevator', 'shared', 'equipment'],
    ['2027-05-01', now],
    ['developer', null, '《建设工程质量管理条例》第十六条'],
  ),
  one('nor the water', ['water'], ['2027-05-01', now], ['developer', null, '《建设工程质量管理条例》第十六条']),
  one('but its rubbish is cleaned', ['sanitation'], ['2027-05-01', now], service),
  one('handed over today', ['elevator', 'shared', 'equipment'], ['2026-11-23', now], quality),
  one(
    'no handover date: a shared part counts as out of warranty',
    ['elevator', 'shared', 'equipment'],
    undated,
    ordinary,
  ),
  one('no handover date: a household’s own, too', ['leak', 'private', 'pipes'], undated, own),
  one('no handover date and danger', ['elevator', 'shared', 'equipment', 'danger'], undated, emergency),
  // Disputes
  one('neighbours who quarrel are helped by the mediators', ['dispute', 'private'], old, [
    'committee',
    null,
    '《人民调解法》第十七条',
  ]),
  one('owners and the property firm, too', ['dispute', 'shared'], old, ['committee', null, '《人民调解法》第十七条']),
  one('drums at midnight next door', ['noise', 'private'], old, ['committee', null, '《噪声污染防治法》第七十条']),
  one('a humming pump is no dispute', ['noise', 'shared', 'equipment'], old, [
    'property',
    null,
    '《噪声污染防治法》第六十八条',
  ]),
  one('a neighbour’s cooking', ['pollution', 'private'], old, ['committee', null, '《民法典》第二百九十四条']),
  one('somebody old and alone', ['care'], old, ['committee', null, '《城市居民委员会组织法》第三条']),
  // Whoever was asked first
  one('a leak, and nobody knows whose', ['leak'], old, service),
  one('a part that nobody has named', ['leak', null, 'pipes'], old, service),
  one('what fits nowhere', ['other'], old, service),
]
