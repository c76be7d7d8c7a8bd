import type { AlarmKind } from '../../domain/post/alarm.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { html } from '../html.ts'

const said: Readonly<Record<AlarmKind, string>> = {
  'queue-may-forget':
    'Redis 内存满时会丢任务。工单和提醒不会丢,但可能晚一分钟。请把 Redis 的 maxmemory-policy 改成 noeviction。',
  'job-given-up': '有任务反复失败,已改由定时巡查补做,没有丢。请看日志:进程可能被系统杀掉过(内存不够?)。',
  undecided: '有事到点没办,已尝试补做。请看日志和 /healthz:可能有出错的工单,或处理跟不上。',
  undelivered: '有消息超过 15 分钟还没发出去。请看 /healthz:Telegram 连不上,还是被限流了?',
  unheard: '有升级没能送到任何人。请检查督办群还在不在、我还在不在群里;补好后我会重发。',
}

/** What the owners hear in private about the machine. */
export const alarms: Pick<NoticeTexts, 'alarm'> = {
  alarm: ({ of }) => html`🔧 ${said[of]}`,
}
