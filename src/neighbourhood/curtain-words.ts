import type { Language } from '../domain/ids.ts'
import type { Verdict } from '../nlu/meaning.ts'

/** What is said around the rows and values behind the curtain. */
export interface CurtainWords {
  readonly privately: string
  readonly nothing: string
  readonly yes: string
  readonly understanding: {
    readonly title: string
    readonly note: (who: string) => string
    readonly verdicts: Readonly<Record<Verdict, string>>
    readonly message: string
    readonly verdict: string
    readonly sure: (percent: number) => string
    readonly command: string
    readonly category: string
    readonly kind: string
    readonly urgency: string
    readonly place: string
    readonly hidden: string
    readonly why: string
  }
  readonly state: {
    readonly title: string
    readonly status: string
    readonly kind: string
    readonly place: string
    readonly reporter: string
    readonly has: string
    readonly nobody: string
    readonly supporters: string
    readonly level: string
    readonly cycle: string
    readonly policy: string
  }
  readonly clocks: {
    readonly title: string
    readonly none: string
    readonly due: (at: string, isLate: boolean) => string
    readonly next: (at: string) => string
    readonly warn: string
    readonly assignee: string
    readonly level: (notify: string) => string
  }
  readonly events: { readonly title: string }
  readonly due: {
    readonly title: string
    readonly note: string
    readonly waits: string
    readonly decided: (outcome: string) => string
  }
  readonly outbox: { readonly title: string; readonly note: string; readonly head: readonly string[] }
  readonly jobs: { readonly title: string; readonly note: string; readonly head: readonly string[] }
}

const zh: CurtainWords = {
  privately: '私聊',
  nothing: '还没有',
  yes: '是',
  understanding: {
    title: '听懂了什么',
    note: (who) => `${who} 说的这一句。点消息旁的 🔍,可以看别的`,
    verdicts: { report: '报事,直接登记', maybe: '拿不准,先问一句', chat: '闲聊,不作声', command: '命令' },
    message: '原话',
    verdict: '判断',
    sure: (percent) => `像报事的可能 ${percent}%`,
    command: '命令',
    category: '类别',
    kind: '时限档',
    urgency: '紧急程度',
    place: '地点',
    hidden: '只让专人看',
    why: '凭什么',
  },
  state: {
    title: '工单',
    status: '状态',
    kind: '类别',
    place: '地点',
    reporter: '报的人',
    has: '谁在办',
    nobody: '还没有人',
    supporters: '附议',
    level: '升到第几级',
    cycle: '第几轮',
    policy: '按哪版规矩',
  },
  clocks: {
    title: '时钟',
    none: '没有在走的表',
    due: (at, isLate) => `${at} 前${isLate ? ' · 已超时' : ''}`,
    next: (at) => `接下来 ${at}`,
    warn: '快到期,提醒经手的人',
    assignee: '经手的人',
    level: (notify) => `报到:${notify}`,
  },
  events: { title: '经过(只增不改)' },
  due: {
    title: '时间要做的事',
    note: '每行只定一次;作业丢了,照着这张表补',
    waits: '等着',
    decided: (outcome) => `已定:${outcome}`,
  },
  outbox: {
    title: '发件箱',
    note: '和决定写在同一笔里,再交给作业去发',
    head: ['群', '做什么', '为什么发', '状态', '写下'],
  },
  jobs: {
    title: '作业队列',
    note: '只是提醒「去看看哪一行」,真相在表里',
    head: ['队列', '在等在做', '定了时', '失败'],
  },
}

const en: CurtainWords = {
  privately: 'in private',
  nothing: 'nothing yet',
  yes: 'yes',
  understanding: {
    title: 'What it understood',
    note: (who) => `The line that ${who} wrote. Press 🔍 beside a message to see another`,
    verdicts: {
      report: 'a report: registered at once',
      maybe: 'in doubt: it asks first',
      chat: 'small talk: it keeps quiet',
      command: 'a command',
    },
    message: 'The words',
    verdict: 'Verdict',
    sure: (percent) => `${percent}% likely to be a report`,
    command: 'Command',
    category: 'Category',
    kind: 'Time limits of',
    urgency: 'Urgency',
    place: 'Place',
    hidden: 'For few eyes only',
    why: 'Because of',
  },
  state: {
    title: 'The ticket',
    status: 'Status',
    kind: 'Category',
    place: 'Place',
    reporter: 'Reported by',
    has: 'In hand of',
    nobody: 'nobody yet',
    supporters: 'Joined in',
    level: 'Level reached',
    cycle: 'Round',
    policy: 'Rules, version',
  },
  clocks: {
    title: 'Its clocks',
    none: 'no clock is running',
    due: (at, isLate) => `by ${at}${isLate ? ' · overdue' : ''}`,
    next: (at) => `next, ${at}`,
    warn: 'nearly due: whoever has it is reminded',
    assignee: 'whoever has it',
    level: (notify) => `goes to: ${notify}`,
  },
  events: { title: 'Events (only ever added)' },
  due: {
    title: 'What time has to do',
    note: 'Each row is decided once; a lost job is made good from here',
    waits: 'waiting',
    decided: (outcome) => `decided: ${outcome}`,
  },
  outbox: {
    title: 'Outbox',
    note: 'Written in the same commit as the decision, then handed to a job',
    head: ['Chat', 'What', 'Why', 'Status', 'Written'],
  },
  jobs: {
    title: 'Job queues',
    note: 'Only hints to look at a row; the rows are the truth',
    head: ['Queue', 'Waiting', 'Timed', 'Failed'],
  },
}

export const curtainWords: Readonly<Record<Language, CurtainWords>> = { 'zh-CN': zh, en }
