import { describe, expect, test } from 'vitest'
import { readCommunityFile } from '../../src/cli/community-file.ts'
import { formatProblem } from '../../src/cli/community-problem.ts'
import { defaultPolicy } from '../../src/domain/policy/default-policy.ts'
import { clockKindOf } from '../../src/domain/policy/policy.ts'
import { workingDayMs } from '../../src/domain/time/open-time.ts'

const whole = `community: { name: 幸福里小区, timezone: Asia/Shanghai, language: zh-CN, households: 1200 }
buildings: [ { name: "1", units: 2, floors: 18, handover: 2023-06-30, grid: 赵网格 }, { name: 2 } ]
calendar:            # or: calendar: always
  hours: { mon: [["08:30","12:00"],["14:00","18:00"]], sat: [["09:00","24:00"]] }
  holidays: cn
  special_hours: { 2026-10-01: [["10:00", "12:00"]] }
chats:
  - { id: -1001, role: residents, title: 业主群, buildings: ["1"] }
  - { id: -1002, role: staff, title: 物业工单群, topic: 7 }
  - { id: -1003, role: committee, title: 社区党委督办群 }
people:
  - { id: 101, name: 王师傅, role: staff, trades: [elevator, power] }
  - { id: 201, name: 李经理, role: manager }
  - { id: 301, name: 陈书记, role: committee, title: 书记 }
sla:
  repair: { acknowledge: PT30S, resolve: none, second_try: P1D, clock: business, warn: 0.5 }
ladder:
  - { level: 2, notify: committee, after: PT2H }
  - { level: 1, notify: manager,   after: PT0S }
  - { level: 3, notify: 陈书记, after: P1D, repeat: 3, every: P1D }
quiet_hours: none
callback: { window: PT48H }
summary: { day: fri, time: "17:30" }
rates: { response: 0.2, resolution: 0.4 }
limits: { urge_every: PT1H, handover_max: 3 }
responsibility:
  - { category: [water, heating], part: shared, component: pipes, warranty: out, building: 1号楼, party: utility, reason: 管线已移交。, article: 移交协议 }
  - { spot: 地库, party: developer, reason: 地库由建设单位自管。 }
`

function read(text: string) {
  const reading = readCommunityFile(text)
  if (!reading.ok) throw new Error(reading.problems.map((problem) => formatProblem(problem, 'en')).join('\n'))
  return reading.value
}

function problems(text: string): string[] {
  const reading = readCommunityFile(text)
  return reading.ok ? [] : reading.problems.map((problem) => formatProblem(problem, 'en'))
}

test('notices: what is written counts, the rest is the product’s own, and nothing is stored where nothing is said', () => {
  expect(read(whole).policy.interruptions).toBeUndefined()
  const { interruptions } = read(
    `${whole}notices: { ahead: { water: P2D, gas: none }, remind: none, burst: { reports: 8 } }`,
  ).policy
  expect(interruptions).toEqual({
    ahead: {
      power: { lead: { days: 7, ms: 0 }, law: 'power-28' },
      water: { lead: { days: 2, ms: 0 }, law: null },
    },
    remind: null,
    burst: { reports: 8, within: { days: 0, ms: 15 * 60_000 } },
  })
  expect(problems(`${whole}notices: { ahead: { tea: P2D }, remind: soon }`)).toHaveLength(2)
})

describe('a whole file', () => {
  const file = read(whole)

  test('rows of responsibility are read as written, in their order', () => {
    expect(file.policy.responsibility).toEqual([
      {
        when: {
          categories: ['water', 'heating'],
          parts: ['shared'],
          components: ['pipes'],
          warranty: ['out', 'unknown'],
          buildings: ['1'],
        },
        party: 'utility',
        fund: null,
        reason: '管线已移交。',
        article: '移交协议',
      },
      { when: { spots: ['地库'] }, party: 'developer', fund: null, reason: '地库由建设单位自管。', article: null },
    ])
  })

  test('people, chats and buildings are read as written', () => {
    expect(file.community).toEqual({
      name: '幸福里小区',
      timezone: 'Asia/Shanghai',
      language: 'zh-CN',
      households: 1200,
    })
    expect(file.buildings.map(({ name, handover }) => [name, handover])).toEqual([
      ['1', '2023-06-30'],
      ['2', null],
    ])
    expect(file.chats[1]).toEqual({ id: -1002, threadId: 7, role: 'staff', title: '物业工单群', buildings: [] })
    expect(file.people[0]).toEqual({
      id: 101,
      name: '王师傅',
      role: 'staff',
      trades: ['elevator', 'power'],
      title: null,
    })
    expect(file.people[2]?.title).toBe('书记')
  })

  test('the policy has what the file says and defaults for the rest', () => {
    const { policy } = file
    const base = defaultPolicy('Asia/Shanghai')
    expect(policy.classes.repair).toEqual({
      acknowledge: { days: 0, ms: 30_000 },
      onsite: { days: 1, ms: 0 },
      resolve: null,
      secondTry: { days: 1, ms: 0 },
      clock: 'business',
      warn: 0.5,
    })
    expect(policy.classes.care).toEqual(base.classes.care)
    expect(policy.quietHours).toBeNull()
    expect(policy.callbackWindow).toEqual({ days: 0, ms: 48 * 3_600_000 })
    expect(policy.summary).toEqual({ day: 5, time: '17:30', month: true, quarter: true })
    expect(policy.rateWeights).toEqual({ response: 0.2, resolution: 0.4, satisfaction: 0.4, basically: 0.9 })
    expect([policy.urgeEvery.ms, policy.handoverMax, policy.extendMax]).toEqual([3_600_000, 3, base.extendMax])
  })

  test('ladder rows come sorted, with the emergency waits worked out', () => {
    expect(
      file.policy.ladder.map(({ level, notify, emergencyAfter, emergencyEvery }) => [
        level,
        notify,
        emergencyAfter?.ms,
        emergencyEvery?.ms,
      ]),
    ).toEqual([
      [1, 'manager', 0, undefined],
      [2, 'committee', 600_000, undefined],
      [3, '陈书记', 1_200_000, 1_200_000],
    ])
  })

  test('the calendar has the hours given, China’s days off, and its own special day', () => {
    const { hours, holidays, specialHours } = file.policy.calendar
    expect(hours).toEqual({
      mon: [
        ['08:30', '12:00'],
        ['14:00', '18:00'],
      ],
      sat: [['09:00', '24:00']],
    })
    expect(file.policy.statutory).toBe('cn')
    expect(holidays).toEqual([])
    expect(specialHours).toEqual({ '2026-10-01': [['10:00', '12:00']] })
  })
})

test('a name is enough: all else is default', () => {
  const file = read('community: { name: 幸福里 }')
  expect(file.policy).toEqual(defaultPolicy('Asia/Shanghai'))
  expect([file.community.language, file.chats, file.people, file.buildings]).toEqual(['zh-CN', [], [], []])
  expect(read('community: { name: 幸福里 }\nladder:\nsla:\n')).toEqual(file) // a key without a value is left out
})

test('calendar: always, and holidays as a list or none', () => {
  expect(read('community: { name: a }\ncalendar: always').policy.calendar.hours).toBe('always')
  expect(read('community: { name: a }\ncalendar: { holidays: none }').policy.calendar.holidays).toEqual([])
  expect(read('community: { name: a }\ncalendar: { holidays: [2026-12-25] }').policy.calendar.holidays).toEqual([
    '2026-12-25',
  ])
})

test('lunch, a heating season and clocks of daytime', () => {
  const { policy } = read(`community: { name: a }
calendar: { hours: { mon: [["08:00", "18:00"]] }, lunch: ["12:00", "14:00"], holidays: none }
seasons: { heating: ["11-15", "03-15"] }
quiet_hours: ["21:00", "08:00"]
sla:
  repair: { clock: daytime }
  care: { clock: always }
  complaint: { clock: { acknowledge: daytime } }
`)
  expect([policy.calendar.lunch, policy.calendar.daytime, policy.statutory, policy.seasons]).toEqual([
    ['12:00', '14:00'],
    ['08:00', '21:00'],
    undefined,
    { heating: ['11-15', '03-15'] },
  ])
  expect(workingDayMs(policy.calendar)).toBe(8 * 3_600_000)
  const clocks = (['repair', 'care', 'complaint'] as const).map((name) =>
    (['acknowledge', 'onsite', 'resolve'] as const).map((clock) => clockKindOf(policy.classes[name], clock)).join(' '),
  )
  expect(clocks).toEqual(['daytime daytime daytime', 'always always always', 'daytime business business'])
  const plain = read('community: { name: a }\nseasons: none\nquiet_hours: none').policy
  expect([plain.seasons, plain.calendar.daytime, plain.classes.care.clocks]).toEqual([
    undefined,
    undefined,
    { acknowledge: 'daytime' },
  ])
})

describe('each mistake is named with its line, its value and the fix', () => {
  const start = 'community: { name: 幸福里 }\n'
  test.each([
    ['no name', 'community: { timezone: Asia/Shanghai }', 'line 1 community.name: is missing: must be a name'],
    ['nothing at all', '', 'line 1 community: is missing: must be written as "key: value"'],
    [
      'a zone',
      'community: { name: a, timezone: China }',
      'line 1 community.timezone: is "China": must be a time zone such as Asia/Shanghai',
    ],
    [
      'a language',
      'community: { name: a, language: zh }',
      'line 1 community.language: is "zh": must be one of zh-CN, en',
    ],
    ['an unknown key', `${start}chat:\n  - id: -1`, 'line 2 chat: there is no key "chat": did you mean "chats"?'],
    [
      'an unknown inner key',
      `${start}people:\n  - id: 1\n    name: 王\n    role: staff\n    trade: [power]`,
      'line 6 people.0.trade: there is no key "trade": did you mean "trades"?',
    ],
    ['a key like nothing', `${start}xylophone: 1`, 'line 2 xylophone: there is no key "xylophone": remove it'],
    [
      'a mistyped class',
      `${start}sla:\n  repiar: { clock: always }`,
      'line 3 sla.repiar: there is no key "repiar": did you mean "repair"?',
    ],
    [
      'a mistyped weekday',
      `${start}calendar:\n  hours: { tus: [] }`,
      'line 3 calendar.hours.tus: there is no key "tus": did you mean "tue"?',
    ],
    [
      'a chat role',
      `${start}chats:\n  - { id: -1, role: resident }`,
      'line 3 chats.0.role: is "resident": must be one of residents, staff, committee',
    ],
    [
      'a quoted id',
      `${start}chats:\n  - { id: "-1", role: staff }`,
      'line 3 chats.0.id: is "-1": must be a Telegram chat id: a number without quotes',
    ],
    [
      'a chat twice',
      `${start}chats:\n  - { id: -1, role: staff }\n  - { id: -1, role: committee }`,
      'line 4 chats.1.id: is -1: chat -1 is listed twice',
    ],
    [
      'a building nobody knows',
      `${start}buildings: [{ name: "1" }]\nchats:\n  - { id: -1, role: residents, buildings: ["1", "9"] }`,
      'line 4 chats.0.buildings.1: is "9": there is no building "9" under buildings (there are: 1)',
    ],
    [
      'a building twice',
      `${start}buildings: [{ name: "1" }, { name: 1 }]`,
      'line 2 buildings.1.name: is 1: building "1" is listed twice',
    ],
    [
      'a party nobody knows',
      `${start}responsibility: [{ category: water, party: 自来水, reason: 归它 }]`,
      'line 2 responsibility.0.party: is "自来水": must be one of property, owner, owners, utility, developer, government, committee',
    ],
    [
      'a component nobody knows',
      `${start}responsibility: [{ component: roof, party: owners, reason: x }]`,
      'line 2 responsibility.0.component: is "roof": must be one of waterproofing, heating, wiring, pipes, equipment, fittings, structure, facade',
    ],
    [
      'a row without a reason',
      `${start}responsibility: [{ category: water, party: utility }]`,
      'line 2 responsibility.0.reason: is missing: must be a reason in one sentence of 1 to 200 characters',
    ],
    [
      'a row that can never answer',
      `${start}responsibility:\n  - { category: [water, gas], party: utility, reason: x }\n  - { category: water, part: shared, party: property, reason: y }`,
      'line 4 responsibility.1: is {"category":"water","part":"shared","party":"property","reason":"y"}: can never answer: row 1 covers all of its cases; move it up, or remove it',
    ],
    [
      'a row for a building there is not',
      `${start}buildings: [{ name: "1" }]\nresponsibility: [{ building: 9号楼, party: developer, reason: x }]`,
      'line 3 responsibility.0.building: is "9号楼": there is no building "9" under buildings (there are: 1)',
    ],
    [
      'the fund for what is a household’s own',
      `${start}responsibility: [{ part: private, party: owner, fund: ordinary, reason: x }]`,
      'line 2 responsibility.0.fund: is "ordinary": the maintenance fund is for shared parts only: write part: shared, or leave fund out',
    ],
    [
      'a design life of nothing',
      `${start}buildings: [{ name: "1", design_life: 0 }]`,
      'line 2 buildings.0.design_life: is 0: must be a whole number, 1 or more',
    ],
    [
      'a handover date',
      `${start}buildings: [{ name: "1", handover: 2023-06-31 }]`,
      'line 2 buildings.0.handover: is "2023-06-31": must be a date that exists',
    ],
    [
      'a person’s role',
      `${start}people:\n  - { id: 1, name: 王, role: boss }`,
      'line 3 people.0.role: is "boss": must be one of resident, staff',
    ],
    [
      'a person twice',
      `${start}people:\n  - { id: 1, name: 王, role: staff }\n  - { id: 1, name: 王, role: staff }`,
      'line 4 people.1.id: is 1: 1 staff is listed twice',
    ],
    [
      'a trade',
      `${start}people:\n  - { id: 1, name: 王, role: staff, trades: [lift] }`,
      'line 3 people.0.trades.0: is "lift": must be one of elevator',
    ],
    [
      'a time',
      `${start}calendar:\n  hours:\n    mon: [["8:30", "12:00"]]`,
      'line 4 calendar.hours.mon.0.0: is "8:30": must be a time such as "08:30"',
    ],
    [
      'half a slot',
      `${start}calendar:\n  hours:\n    mon: [["08:30"]]`,
      'line 4 calendar.hours.mon.0: is ["08:30"]: must be exactly two times',
    ],
    [
      'no open day',
      `${start}calendar:\n  hours: { mon: [] }`,
      'line 3 calendar.hours: is {"mon":[]}: no day of the week is open',
    ],
    [
      'a calendar word',
      `${start}calendar: sometimes`,
      'line 2 calendar: is "sometimes": must be written as "key: value", or always',
    ],
    [
      'a holidays word',
      `${start}calendar: { holidays: us }`,
      'line 2 calendar.holidays: is "us": must be a list [ … ], or cn, none',
    ],
    [
      'a special date',
      `${start}calendar:\n  special_hours:\n    2026-13-01: []`,
      'line 4 calendar.special_hours.2026-13-01: must be a date that exists',
    ],
    [
      'closed and open',
      `${start}calendar:\n  holidays: [2026-12-25]\n  special_hours: { 2026-12-25: [["09:00", "12:00"]] }`,
      'line 3 calendar.holidays.0: is "2026-12-25": 2026-12-25 is both a holiday and has special_hours',
    ],
    [
      'a duration',
      `${start}sla:\n  repair: { resolve: 3 days }`,
      'line 3 sla.repair.resolve: is "3 days": must be a duration such as PT30S',
    ],
    [
      'a share of a clock',
      `${start}sla:\n  repair: { warn: 80 }`,
      'line 3 sla.repair.warn: is 80: must be above 0 and below 1',
    ],
    [
      'a kind of clock',
      `${start}sla:\n  repair: { clock: 24x7 }`,
      'line 3 sla.repair.clock: is "24x7": must be one of business, daytime, always',
    ],
    [
      'a kind of one clock',
      `${start}sla:\n  care:\n    clock: { acknowledge: night }`,
      'line 4 sla.care.clock.acknowledge: is "night": must be one of business, daytime, always',
    ],
    [
      'a clock that nothing has',
      `${start}sla:\n  care:\n    clock: { acknowlege: always }`,
      'line 4 sla.care.clock.acknowlege: there is no key "acknowlege": did you mean "acknowledge"?',
    ],
    [
      'half a lunch',
      `${start}calendar:\n  lunch: ["12:00"]`,
      'line 3 calendar.lunch: is ["12:00"]: must be exactly two times, such as ["08:30", "12:00"], or none',
    ],
    [
      'a lunch hour',
      `${start}calendar:\n  lunch: ["12", "14:00"]`,
      'line 3 calendar.lunch.0: is "12": must be a time such as "08:30", 00:00 to 23:59',
    ],
    [
      'a slot that starts when the day is over',
      `${start}calendar:\n  hours: { mon: [["24:00", "08:00"]] }`,
      'line 3 calendar.hours.mon.0.0: is "24:00": must be a time such as "08:30", 00:00 to 23:59',
    ],
    [
      'a lunch that eats the day',
      `${start}calendar:\n  hours: { mon: [["12:00", "13:00"]] }\n  lunch: ["11:00", "14:00"]`,
      'line 4 calendar.lunch: is ["11:00","14:00"]: lunch leaves no working time in any week: make it shorter',
    ],
    [
      'a day of the season',
      `${start}seasons:\n  heating: ["11-31", "03-15"]`,
      'line 3 seasons.heating.0: is "11-31": must be a day of the year such as "11-15" (month-day) that exists',
    ],
    [
      'half a season',
      `${start}seasons: { heating: ["11-15"] }`,
      'line 2 seasons.heating: is ["11-15"]: must be exactly two days, such as ["11-15", "03-15"], or none',
    ],
    [
      'a season of something else',
      `${start}seasons: { cooling: ["06-01", "09-01"] }`,
      'line 2 seasons.cooling: there is no key "cooling": remove it',
    ],
    [
      'an addressee',
      `${start}ladder:\n  - { level: 1, notify: mayor, after: PT0S }`,
      'line 3 ladder.0.notify: is "mayor": nobody is called "mayor": write assignee, manager',
    ],
    [
      'an emergency kept waiting',
      `${start}ladder:\n  - { level: 1, notify: manager, after: PT5M, emergency: PT1H }`,
      'line 3 ladder.0.emergency: is "PT1H": an emergency must not wait longer',
    ],
    [
      'a repeat without a pace',
      `${start}ladder:\n  - { level: 1, notify: manager, after: PT0S, repeat: 3 }`,
      'line 3 ladder.0.repeat: is 3: to repeat, say every how long',
    ],
    [
      'a rung before the lower one',
      `${start}ladder:\n  - { level: 1, notify: manager, after: PT2H }\n  - { level: 2, notify: committee, after: PT1H }`,
      'line 4 ladder.1.after: is "PT1H": a higher level must not come before a lower one',
    ],
    ['quiet hours', `${start}quiet_hours: ["22:00"]`, 'line 2 quiet_hours: is ["22:00"]: must be exactly two times'],
    [
      'quiet hours that are all day or never',
      `${start}quiet_hours: ["22:00", "22:00"]`,
      'line 2 quiet_hours: is ["22:00","22:00"]: begins and ends at the same time: for no quiet hours write none',
    ],
    [
      'quiet hours from midnight to midnight',
      `${start}quiet_hours: ["00:00", "24:00"]`,
      'line 2 quiet_hours: is ["00:00","24:00"]: begins and ends at the same time',
    ],
    [
      'a slot of no length',
      `${start}calendar:\n  hours:\n    mon: [["08:30", "12:00"], ["14:00", "14:00"]]`,
      'line 4 calendar.hours.mon.1: is ["14:00","14:00"]: begins and ends at the same time: for the whole day write ["00:00", "24:00"]',
    ],
    [
      'a special day of no length',
      `${start}calendar:\n  special_hours: { 2026-10-01: [["09:00", "09:00"]] }`,
      'line 3 calendar.special_hours.2026-10-01.0: is ["09:00","09:00"]: begins and ends at the same time',
    ],
    [
      'a break of no length',
      `${start}calendar:\n  breaks: { 2026-11-20: [["15:00", "15:00"]] }`,
      'line 3 calendar.breaks.2026-11-20.0: is ["15:00","15:00"]: begins and ends at the same time: give it an end, or leave it out',
    ],
    [
      'a lunch of no length',
      `${start}calendar:\n  lunch: ["12:00", "12:00"]`,
      'line 3 calendar.lunch: is ["12:00","12:00"]: begins and ends at the same time: give it an end',
    ],
    [
      'a summary at an hour that no day has',
      `${start}summary: { time: "24:00" }`,
      'line 2 summary.time: is "24:00": must be a time such as "09:00", 00:00 to 23:59; for midnight write "00:00"',
    ],
    [
      'taken later than done',
      `${start}sla:\n  repair: { acknowledge: PT5H, resolve: PT4H }`,
      'line 3 sla.repair.acknowledge: is "PT5H": must not be longer than resolve of the same class: shorten it, or lengthen resolve',
    ],
    [
      'there later than done by default',
      `${start}sla:\n  repair:\n    onsite: P4D`,
      'line 4 sla.repair.onsite: is "P4D": must not be longer than resolve of the same class',
    ],
    [
      'working time against round the clock, where it is certain',
      `${start}sla:\n  repair: { acknowledge: PT25H, resolve: P1D, clock: { resolve: always } }`,
      'line 3 sla.repair.acknowledge: is "PT25H": must not be longer than resolve',
    ],
    ['a quiet word', `${start}quiet_hours: never`, 'line 2 quiet_hours: is "never": must be a list [ … ], or none'],
    ['a summary day', `${start}summary: { day: monday }`, 'line 2 summary.day: is "monday": must be one of mon, tue'],
    [
      'weights',
      `${start}rates: { response: 0.5 }`,
      'line 2 rates: is {"response":0.5}: the weights response, resolution and satisfaction must add up to 1',
    ],
    [
      'thresholds the wrong way round',
      `${start}understanding: { report: 0.5, maybe: 0.6 }`,
      'line 2 understanding.maybe: is 0.6: maybe (0.6) must be below report (0.5)',
    ],
    [
      'a threshold below the other’s default',
      `${start}understanding:\n  report: 0.3`,
      'line 3 understanding.report: is 0.3: maybe (0.37) must be below report (0.3)',
    ],
    [
      'a threshold in per cent',
      `${start}understanding: { maybe: 40 }`,
      'line 2 understanding.maybe: is 40: must be above 0 and below 1, such as 0.7',
    ],
    [
      'own words of no known category',
      `${start}words:\n  - { say: [快递柜], as: parcel }`,
      'line 3 words.0.as: is "parcel": must be one of elevator, ',
    ],
    [
      'own words that say nothing',
      `${start}words:\n  - { say: [], as: facility }`,
      'line 3 words.0.say: is []: must hold at least one phrase',
    ],
    [
      'an empty phrase',
      `${start}words:\n  - { say: [" "], as: facility }`,
      'line 3 words.0.say.0: is " ": must be words of 2 to 20 characters',
    ],
    ['a phrase too long', `${start}places:\n  - { say: [${'很'.repeat(21)}] }`, 'must be words of 2 to 20 characters'],
    [
      'own words without a meaning',
      `${start}words:\n  - { say: [快递柜] }`,
      'line 3 words.0: is {"say":["快递柜"]}: say what it means: as (a category, or chat), urgency, or both',
    ],
    [
      'urgent talk',
      `${start}words:\n  - { say: [接龙], as: chat, urgency: urgent }`,
      'line 3 words.0.urgency: is "urgent": talk is not urgent',
    ],
    [
      'a phrase of two meanings, in whatever spelling',
      `${start}words:\n  - { say: [快递柜], as: facility }\n  - { say: [丰巢, 快遞櫃], as: security }`,
      'line 4 words.1.say.1: is "快遞櫃": "快遞櫃" is said in row 1 of words already; a phrase means one thing: remove one',
    ],
    [
      'a command as an own word',
      `${start}words:\n  - { say: [接单], as: facility }`,
      'line 3 words.0.say.0: is "接单": "接单" is a command and is never heard as anything else',
    ],
    [
      'an alias of a building nobody knows',
      `${start}buildings: [{ name: "1" }]\nplaces:\n  - { say: [老楼], building: 3栋 }`,
      'line 4 places.0.building: is "3栋": there is no building "3栋" under buildings (there are: 1)',
    ],
    [
      'an alias that names another building',
      `${start}places:\n  - { say: [5号楼], building: "3" }`,
      'line 3 places.0.say.0: is "5号楼": "5号楼" reads as building 5 already and cannot mean another place',
    ],
    [
      'a unit of no building',
      `${start}places:\n  - { say: [东门洞], unit: 2 }`,
      'line 3 places.0.unit: is 2: a unit needs its building',
    ],
    [
      'too many phrases',
      `${start}words:\n  - { say: [${Array.from({ length: 501 }, (_, at) => `词语${at}`).join(', ')}], as: other }`,
      'words and places hold 501 phrases, 500 at most',
    ],
    ['a list in place of a table', `${start}sla: []`, 'line 2 sla: is []: must be written as "key: value"'],
    ['no YAML', `${start}chats: [`, 'line 2: not valid YAML'],
    ['a key twice', `${start}chats: []\nchats: []`, 'line 3: not valid YAML'],
  ])('%s', (_name, text, expected) => {
    const found = problems(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })

  test('all of them at once, in the order of lines, in both languages', () => {
    const text =
      'community: { name: a, timezone: China }\nchats:\n  - { id: x, role: boss, titel: 业主群 }\nsla: { repair: { resolve: 3d } }\n'
    const reading = readCommunityFile(text)
    expect(reading.ok ? [] : reading.problems.map(({ line, path }) => `${line} ${path}`)).toEqual([
      '1 community.timezone',
      '3 chats.0.id',
      '3 chats.0.role',
      '3 chats.0.titel',
      '4 sla.repair.resolve',
    ])
    expect(reading.ok ? '' : reading.problems.map((problem) => formatProblem(problem, 'zh-CN')).join('\n')).toMatch(
      /第 3 行 chats\.0\.titel: 没有「titel」这一项,是不是「title」\?/,
    )
  })

  test('an alias that multiplies itself is refused, not expanded', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let i = 0; i < 8; i += 1)
      lines.push(`${'bcdefghi'[i]}: &${'bcdefghi'[i]} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`)
    expect(readCommunityFile(lines.join('\n')).ok).toBe(false)
  })
})

test('says when people are asked again, and refuses a question that would come too late or at once', () => {
  const read = (text: string) => readCommunityFile(`community: { name: 幸福里 }\n${text}`)
  const policyOf = (text: string) => {
    const found = read(text)
    if (!found.ok) throw new Error(JSON.stringify(found.problems))
    return found.value.policy
  }
  const hours = (n: number) => ({ days: 0, ms: n * 3_600_000 })
  expect(policyOf('')).toMatchObject({ callbackRemind: hours(48), recheck: { leak: { days: 7, ms: 0 } } })
  expect(policyOf('callback: { window: PT24H }').callbackRemind).toEqual(hours(16))
  expect(policyOf('callback: { remind: none }').callbackRemind).toBeUndefined()
  expect(policyOf('recheck: none').recheck).toBeUndefined()
  const words = (text: string) => {
    const found = read(text)
    return found.ok ? [] : found.problems.map(({ line, path, message }) => `${line} ${path} ${message['zh-CN']}`)
  }
  expect(words('callback: { window: PT24H, remind: PT24H }')).toEqual([
    '2 callback.remind 写的是 "PT24H":要比 callback.window 短,不然还没提醒就结案了;不提醒写 none',
  ])
  expect(words('recheck: { leek: P7D }')).toEqual(['2 recheck.leek 没有「leek」这一项,是不是「leak」?'])
  expect(words('recheck: { leak: PT5M }')).toEqual(['2 recheck.leak 写的是 "PT5M":至少 PT1H'])
})

test('a building is kept as places name it, whichever way it is written', () => {
  const { buildings, chats } = read(`community: { name: a }
buildings: [{ name: 3栋 }, { name: 东区3栋 }, { name: 会所 }]
chats:
  - { id: -1, role: residents, buildings: [3号楼, 会所] }
`)
  expect(buildings.map(({ name }) => name)).toEqual(['3', '东区3栋', '会所'])
  expect(chats[0]?.buildings).toEqual(['3', '会所'])
})

test('own words, places and thresholds are policy; what is not said is not stored', () => {
  const { policy } = read(`community: { name: a }
buildings: [{ name: 3栋 }, { name: 会所 }]
understanding: { report: 0.8 }
words:
  - { say: [快递柜, 丰巢], as: facility }
  - { say: [没闸了], as: power, urgency: urgent }
places:
  - { say: [老楼, 3号楼], building: 3号楼 }
  - { say: [老楼东门], building: "3", unit: 2 }
  - { say: [活动中心], building: 会所 }
  - { say: [一号泵房] }
`)
  expect(policy.understanding).toEqual({ report: 0.8, maybe: 0.37 })
  expect(policy.words).toEqual([
    { say: ['快递柜', '丰巢'], as: 'facility' },
    { say: ['没闸了'], as: 'power', urgency: 'urgent' },
  ])
  expect(policy.places).toEqual([
    { say: ['老楼', '3号楼'], building: '3' },
    { say: ['老楼东门'], building: '3', unit: '2' },
    { say: ['活动中心'], building: '会所' },
    { say: ['一号泵房'] },
  ])
  const plain = read('community: { name: a }\nwords: []').policy
  expect([plain.understanding, plain.words, plain.places]).toEqual([undefined, undefined, undefined])
})

test('clocks that may well fit each other are left alone', () => {
  for (const row of [
    'repair: { resolve: PT1H }', // what is left out takes the product's default, whatever it is
    'repair: { acknowledge: PT4H, resolve: PT4H }',
    'repair: { acknowledge: PT10H, resolve: P1D, clock: { acknowledge: always } }', // may end within the working day
    'repair: { acknowledge: P1D, resolve: PT24H, clock: { resolve: always } }',
    'emergency: { acknowledge: PT1H }',
    'care: { acknowledge: P1D, resolve: P1D, clock: daytime }',
  ])
    expect(problems(`community: { name: a }\nsla:\n  ${row}`)).toEqual([])
  expect(problems('community: { name: a }\ncalendar: { hours: { mon: [["00:00", "24:00"]] } }')).toEqual([])
})

test('both languages name the line, the value and the fix', () => {
  const reading = readCommunityFile(
    'community: { name: a }\nquiet_hours: ["22:00", "22:00"]\nsummary: { time: "24:00" }\nsla: { repair: { acknowledge: P9D } }',
  )
  expect(reading.ok ? [] : reading.problems.map((problem) => formatProblem(problem, 'zh-CN'))).toEqual([
    '第 3 行 summary.time: 写的是 "24:00":时间写成 "09:00"(00:00–23:59);要半夜就写 "00:00"',
  ])
  const rest = readCommunityFile(
    'community: { name: a }\nquiet_hours: ["22:00", "22:00"]\ncalendar: { lunch: ["12:00", "12:00"] }',
  )
  expect(rest.ok ? [] : rest.problems.map((problem) => formatProblem(problem, 'zh-CN'))).toEqual([
    '第 2 行 quiet_hours: 写的是 ["22:00","22:00"]:开始和结束是同一个时间;不要免打扰请写 none',
    '第 3 行 calendar.lunch: 写的是 ["12:00","12:00"]:开始和结束是同一个时间;没有休息就删掉这一段',
  ])
})

test('a step of the ladder names one person: two of one name are told apart first', () => {
  const read = (notify: string, second: string) => {
    const people = `people: [{ id: 1, name: 王芳, role: grid }, ${second}]`
    const found = readCommunityFile(
      `community: { name: 幸福里 }\n${people}\nladder: [{ level: 1, notify: ${notify}, after: PT0S }]`,
    )
    return found.ok ? found.value.policy.ladder[0]?.notify : found.problems.map((one) => formatProblem(one, 'zh-CN'))
  }
  expect(read('王芳', '{ id: 2, name: 王芳, role: committee }')).toEqual([
    '第 3 行 ladder.0.notify: 写的是 "王芳":people 里有 2 个人都叫「王芳」:把 people 里的名字写得分得清,如「王芳(3栋)」',
  ])
  expect(read('王芳', '{ id: 1, name: 王芳, role: committee }')).toBe('王芳')
  expect(read('grid', '{ id: 2, name: 王芳, role: committee }')).toBe('grid')
})

test('nothing that has to last may last no time; a ladder may climb at once', () => {
  const written = `community: { name: 幸福里 }
sla:
  repair: { acknowledge: PT0S, onsite: none, resolve: P0D, second_try: PT0M }
  care: { onsite: PT0H }
callback: { window: PT0S, remind: P0D }
notices: { ahead: { water: PT0S }, remind: PT0S, burst: { within: PT0S } }
limits: { urge_every: PT0S, question_lifetime: PT0S, whistle_check_in: PT0S, extend_max: P0D, hold_max: P0D }
`
  const found = readCommunityFile(written)
  const said = found.ok ? [] : found.problems
  expect(said.map((problem) => formatProblem(problem, 'zh-CN')).join('\n')).toMatchInlineSnapshot(`
    "第 3 行 sla.repair.acknowledge: 写的是 "PT0S":要大于 0,如 PT30M;不要就写 none
    第 3 行 sla.repair.resolve: 写的是 "P0D":要大于 0,如 PT30M;不要就写 none
    第 3 行 sla.repair.second_try: 写的是 "PT0M":要大于 0,如 PT30M;不要就写 none
    第 4 行 sla.care.onsite: 写的是 "PT0H":要大于 0,如 PT30M;不要就写 none
    第 5 行 callback.window: 写的是 "PT0S":要大于 0,如 PT30M
    第 5 行 callback.remind: 写的是 "P0D":要大于 0,如 PT30M;不要就写 none
    第 6 行 notices.ahead.water: 写的是 "PT0S":要大于 0,如 PT30M;不要就写 none
    第 6 行 notices.remind: 写的是 "PT0S":要大于 0,如 PT30M;不要就写 none
    第 6 行 notices.burst.within: 写的是 "PT0S":要大于 0,如 PT30M
    第 7 行 limits.urge_every: 写的是 "PT0S":要大于 0,如 PT30M
    第 7 行 limits.question_lifetime: 写的是 "PT0S":要大于 0,如 PT30M
    第 7 行 limits.whistle_check_in: 写的是 "PT0S":要大于 0,如 PT30M"
  `)
  expect(said[0] && formatProblem(said[0], 'en')).toMatchInlineSnapshot(
    `"line 3 sla.repair.acknowledge: is "PT0S": must be more than 0, such as PT30M; for nothing of the kind write none"`,
  )
  const ladder = 'ladder: [{ level: 1, notify: manager, after: PT0S, emergency: PT0S }]'
  expect(readCommunityFile(`community: { name: 幸福里 }\n${ladder}`).ok).toBe(true)
})

test('the ladder may name a chat that is bound already, by title or number, and says which when there are several', () => {
  const read = (notify: string | number, bound: Parameters<typeof readCommunityFile>[2]) =>
    readCommunityFile(
      `community: { name: 幸福里 }\nchats: [{ id: -1, role: staff, title: 工单群 }]\nladder: [{ level: 1, notify: ${notify}, after: PT0S }]`,
      undefined,
      bound,
    )
  const bound = [
    { id: -1, role: 'committee', title: '旧名' },
    { id: -7, role: 'committee', title: '督办群' },
    { id: -8, role: 'residents', title: '业主群' },
    { id: -9, role: 'staff', title: '夜班群' },
    { id: -10, role: 'staff', title: '夜班群' },
  ] as const
  const address = (notify: string | number) => {
    const found = read(notify, bound)
    return found.ok ? found.value.policy.ladder[0]?.notify : found.problems[0]?.message.en
  }
  expect([address('督办群'), address(-7), address('工单群'), address(-10)]).toEqual([
    'committee:-7',
    'committee:-7',
    'staff:-1',
    'staff:-10',
  ])
  expect(address('夜班群')).toBe('is "夜班群": 2 chats are called "夜班群": write the id (-9, -10)')
  expect(address('业主群')).toContain("overdue matters are not reported to a residents' group")
  expect(address('旧名')).toContain('nobody is called "旧名"') // the file's word on chat -1 goes before
  expect(address('街道群')).toContain('or the title or id of a chat under chats or bound with /bind')
  expect(read('督办群', null)).toMatchObject({ ok: false, unsettled: { community: { name: '幸福里' } } }) // nobody has looked yet
  expect(read('督办群', [])).not.toHaveProperty('unsettled')
})

test('a step of the ladder names a part, a role, a person, or a chat that is not the residents’', () => {
  const chats = 'chats: [{ id: -1, role: residents, title: 业主群 }, { id: -3, role: committee, title: 督办群 }]'
  const read = (notify: string) =>
    readCommunityFile(`community: { name: 幸福里 }\n${chats}\nladder: [{ level: 1, notify: ${notify}, after: PT0S }]`)
  const address = (notify: string) => {
    const found = read(notify)
    return found.ok ? found.value.policy.ladder[0]?.notify : found.problems[0]?.message['zh-CN']
  }
  expect(['督办群', '-3', 'grid', 'committee'].map(address)).toEqual([
    'committee:-3',
    'committee:-3',
    'grid',
    'committee',
  ])
  expect(address('业主群')).toBe('写的是 "业主群":超时的事不往业主群里报:写物业群或督办群')
  expect(address('街道群')).toContain('没有「街道群」:写 assignee, manager, committee, secretary, street、一种身份')
})

describe('the duty roster', () => {
  const people =
    'community: { name: 值班小区 }\npeople:\n  - { id: 101, name: 王师傅, role: staff }\n  - { id: 401, name: 张女士, role: resident }\nduty:\n'

  test('a row for each day named, in order', () => {
    const rows =
      '  - { person: 王师傅, days: [mon, sun], from: "08:00", to: "20:00" }\n  - { person: 王师傅, date: 2026-10-01, from: "20:00", to: "08:00", trades: [gas] }\n'
    expect(read(people + rows).duty).toEqual([
      { userId: 101, day: 1, from: '08:00', to: '20:00', trades: [] },
      { userId: 101, day: 7, from: '08:00', to: '20:00', trades: [] },
      { userId: 101, day: '2026-10-01', from: '20:00', to: '08:00', trades: ['gas'] },
    ])
    expect(read('community: { name: 值班小区 }').duty).toEqual([])
  })

  test('refuses a name that several of the crew have; one person in two roles is one', () => {
    const row = '  - { person: 王师傅, days: [mon], from: "08:00", to: "20:00" }\n'
    const listed = (id: number, role: string) =>
      people.replace('duty:', `  - { id: ${id}, name: 王师傅, role: ${role} }\nduty:`) + row
    expect(problems(listed(102, 'manager'))).toEqual([
      'line 7 duty.0.person: is "王师傅": 2 people are called "王师傅" under people: tell their names apart there, such as "王师傅 (3)"',
    ])
    expect(read(listed(101, 'manager')).duty).toHaveLength(1)
    // A resident of that name serves on no roster.
    expect(read(listed(402, 'resident')).duty).toMatchObject([{ userId: 101 }])
  })

  test('names its mistakes with line, value and fix', () => {
    const rows =
      '  - { person: 张女士, days: [mon], from: "08:00", to: "20:00" }\n  - { person: 王师傅, from: "08:00", to: "20:00" }\n'
    expect(problems(people + rows)).toMatchInlineSnapshot(`
      [
        "line 6 duty.0.person: is "张女士": there is no staff or manager "张女士" under people (there are: 王师傅)",
        "line 7 duty.1: is {"person":"王师傅","from":"08:00","to":"20:00"}: write either days (weekdays) or date (one day), and only one of them",
      ]
    `)
  })
})
