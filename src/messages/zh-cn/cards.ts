import type { ButtonTexts, CardTexts, CommitteeTexts, SafetyTexts } from '../catalogue.ts'
import { html, join, nothing, words } from '../html.ts'
import { clockNames, ratingNames } from '../names.ts'

const done = (mends: boolean): string => (mends ? '修好' : '办好')

export const buttons: ButtonTexts = {
  support: (supporters) => (supporters > 0 ? `+1 我家也是 · ${supporters}` : '+1 我家也是'),
  supplement: '补充',
  notReport: '不是报修',
  ack: '接单',
  arrive: '到场',
  hold: '挂起',
  assign: '转派',
  resolve: '办结',
  promise: '改时间',
  supervise: '督办',
  extend: '延期',
  sendBack: '退回',
  handOver: '移交',
  recategorise: '改类',
  history: '看经过',
  photos: (count) => `看照片(${count})`,
  publicArea: '公共区域',
  solved: '已解决',
  unsolved: '没解决',
  stillFine: (leaks) => (leaks ? '没漏了' : '都好'),
  cameBack: (leaks) => (leaks ? '又漏了' : '又坏了'),
  rate: { satisfied: '满意', basically: '基本满意', unsatisfied: '不满意' },
  swapYes: '行',
  swapNo: '不行',
  noticePublish: '发布',
  noticeEdit: '改',
  noticeChange: '改时间',
  noticeDrop: '不发',
  noticeBack: '已恢复',
  noticeNotYet: '还没有',
  noticeCancel: '取消',
  notThis: '不是这回事',
  stillOut: '还没好',
  incidentJoin: '合成一件',
  incidentDismiss: '不用',
  incidentSplit: '拆开',
  register: '登记',
  dismiss: '不用',
  join: (number, own) => (own ? `补充到 #${number}` : `+1 到 #${number}`),
  separate: '另报一件',
  urge: '催一下',
  deleteOriginal: '删掉原话',
  privately: '私聊补充',
}

export const cards: CardTexts = {
  again: (times) => html`上次没办好,已重新打开(第 ${times} 次办)`,
  notified: (people) => (people ? html`已通知值班 ${people}` : html`已通知物业`),
  ackBy: (at) => html`${at} 前会有人接单`,
  ackLate: (told, managers) => {
    if (told === null) return html`接单晚了`
    if (told === 'above') return html`接单晚了,已报社区`
    return told === 'manager' && managers ? html`接单晚了,已提醒 ${managers}` : html`接单晚了,已再次提醒物业`
  },
  assignedTo: (who) => html`已派给 ${who}`,
  working: ({ who, ackAt, arrivedAt, arriveBy }) => {
    if (arrivedAt !== null) return html`${who} 已到场(${arrivedAt})`
    const taken = ackAt === null ? html`${who} 在办` : html`${who} 已接单(${ackAt})`
    return arriveBy === null ? taken : html`${taken},${arriveBy} 前到场`
  },
  promised: (at, mends) => html`说好${at} 前${done(mends)}`,
  doneBy: (at, mends) => html`${at} 前${done(mends)}`,
  waiting: (party, until, reason) =>
    reason ? html`在等${party},到${until}(${reason})` : html`在等${party},到${until}`,
  supervised: (supervisor, due) => html`社区督办:${supervisor} 盯着,${due} 前要办好`,
  extended: (due) => html`社区同意延期到${due}`,
  sentBack: (due) => html`社区请物业${due} 前办好`,
  sentBackWhy: (by, reason, due) =>
    html`社区退回(${by})${reason ? html`:${reason}` : nothing}${due === null ? nothing : html`,${due} 前要办好`}`,
  steps: (name, steps) => words(`${name}怎么办:${steps.join(' → ')}`),
  handedOver: (to, reason) => html`已移交 ${to}${reason ? html`:${reason}` : nothing}`,
  handedOverFollowed: (to) => html`已请 ${to} 来办,物业继续跟进`,
  grid: (name) => html`网格员:${name}`,
  yourGrid: words('🧭 您网格里的事,请留意;直接回复可以补充,上门后记一笔:走访 3号楼501 情况'),
  onCall: (people) => html`值班:${people}`,
  whichBuilding: words('是哪一栋?点一下,或直接回复这条写地点'),
  placeMissing: words('地点还没说清,已在问'),
  done: ({ text, at, by, mends }) => {
    const what = text ? html`已${done(mends)}:${text}` : html`已${done(mends)}`
    return by ? html`${what}(${by} ${at})` : html`${what}(${at})`
  },
  awaitingAnswer: words('等住户确认'),
  nobodyToAsk: (closesAt) => html`没有别的住户可问,${closesAt} 自动结案`,
  closed: (rating) => (rating ? html`已结案,住户评价:${ratingNames[rating]['zh-CN']}` : html`已结案`),
  rejected: (reason) => (reason ? html`没有受理:${reason}` : html`没有受理`),
  withdrawn: words('报的人已撤回'),
  merged: (into) => html`和 #${into} 是同一件事,已合并`,
  masked: {
    active: (number) => html`🔒 #${number} 已转专人处理,细节不在群里说。`,
    resolved: (number) => html`✅ #${number} 已办结,会私下确认。`,
    ended: (number) => html`✅ #${number} 已结案。`,
    danger: words('有危险先打 110,有人受伤马上打 120,起火打 119。'),
  },
  words: (text, by, at) => (by ? html`“${text}” — ${by} ${at}` : html`“${text}” ${at}`),
  supporters: (count) => html`附议 ${count}`,
  urges: (count) => html`催过 ${count} 次`,
  clock: (clock, due, late) =>
    late ? html`${clockNames[clock]['zh-CN']} ${due} 已过` : html`${clockNames[clock]['zh-CN']} ${due} 前`,
  byDay: words('(只算白天)'),
  daysUnknown: (year) => html`${year}年放假安排还没公布,先按平常工作日算`,
  note: (text, by) => (by ? html`补充:${text} — ${by}` : html`补充:${text}`),
  changed: ({ what, by, at, since }) => html`改类:${what}(${by} ${at}),时限从 ${since} 起算`,
  noDanger: words('已核实,不是险情'),
  privateMatter: words('私密工单:只在这里办,细节不外传'),
  yourReport: words('只有您和办事的人看得到'),
}

export const committee: CommitteeTexts = {
  please: (matter) => html`📣 请督办 ${matter}`,
  decide: (matter) => html`📣 请社区定由谁办 ${matter}`,
  handedOver: (times, trail, reason) =>
    html`移交过 ${times} 次${trail ? html`:${trail}` : nothing}${reason ? html`(${reason})` : nothing}`,
  calm: (matter) => html`🔧 在办 ${matter}`,
  waiting: (matter) => html`⏸ 挂起 ${matter}`,
  supervising: (matter) => html`📣 督办中 ${matter}`,
  lateAgain: (matter) => html`📣 督办又超时 ${matter}`,
  sentBack: (matter) => html`↩️ 已退回物业 ${matter}`,
  sentBackOnce: (reason) => (reason ? html`退回过一次:${reason}` : html`退回过一次`),
  overdue: (clock, due, late, mends, outage) => {
    const what = { acknowledge: '有人接单', onsite: '到场', resolve: done(mends), promise: `按承诺${done(mends)}` }[
      clock
    ]
    return html`应在${due} 前${what},已超时 ${late}${outage ? '(系统停机,迟报)' : ''}`
  },
  staff: (who, ackAt, reason) =>
    reason ? html`物业:${who} ${ackAt} 接单,说明:${reason}` : html`物业:${who} ${ackAt} 接单,未说明原因`,
  nobody: (managers) => (managers ? html`物业:还没有人接单,负责人 ${managers}` : html`物业:还没有人接单`),
  supporters: (count) => html`附议 ${count} 户`,
  privateMatter: (grid) => join([words('私密工单,细节不在群里说'), grid ? html`可私下问网格员 ${grid}` : null], ','),
}

export const safety: SafetyTexts = {
  advice: {
    elevator: '先保证安全:不要扒门,按轿厢里的对讲,等专业人员来。',
    gas: '先保证安全:开窗、关阀门,不点火,不碰电器开关,人到屋外去。',
    fire: '先保证安全:走楼梯,不坐电梯,弯腰捂住口鼻,出去后不要返回。',
    power: '先保证安全:离远一点,不要碰电线和积水;有人触电先断电再救。',
    water: '先保证安全:能关总阀先关阀,不要在积水里碰电器。',
    leak: '先保证安全:能关阀先关阀,水漫到插座就先拉总闸。',
    facility: '先保证安全:绕开楼下,不要站在下面,请提醒老人和孩子。',
    construction: '先保证安全:绕开楼下,不要站在下面,请提醒老人和孩子。',
    security: '先保证安全:离开现场,不要硬来。',
    care: '先救人:不要随意搬动,身边留一个人。',
    other: '先保证安全:离开危险的地方,提醒旁边的人。',
  },
  hotline: {
    elevator: '被困可打 119,有人受伤马上打 120。',
    gas: '到屋外再打 119,有人不舒服打 120。',
    fire: '马上打 119,有人受伤打 120。',
    power: '起火打 119,有人触电打 120。',
    water: '有人被困打 119,有人受伤打 120。',
    leak: '有人被困打 119,有人受伤打 120。',
    facility: '有人受伤马上打 120,有人被困打 119。',
    construction: '有人受伤马上打 120,有人被困打 119。',
    security: '马上打 110,有人受伤打 120。',
    care: '马上打 120;人不见了打 110。',
    other: '火警 119,报警 110,急救 120。',
  },
}
