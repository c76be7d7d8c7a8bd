import type { TicketClass, Urgency } from '../domain/category.ts'
import type { ChatRole, Role } from '../domain/community/role.ts'
import type { Language } from '../domain/ids.ts'
import type { ClockName, Rating, TicketStatus } from '../domain/ticket/ticket.ts'

/** A word in every screen language. */
export type Name = Readonly<Record<Language, string>>

const name = (zh: string, en: string): Name => ({ 'zh-CN': zh, en })

export const classNames: Readonly<Record<TicketClass, Name>> = {
  emergency: name('突发险情', 'Emergency'),
  urgent: name('急修', 'Urgent repair'),
  repair: name('维修', 'Repair'),
  complaint: name('投诉', 'Complaint'),
  enforcement: name('联动执法', 'Enforcement'),
  mediation: name('纠纷调解', 'Mediation'),
  care: name('关爱', 'Care'),
}

export const urgencyNames: Readonly<Record<Urgency, Name>> = {
  emergency: name('特急', 'Emergency'),
  urgent: name('紧急', 'Urgent'),
  normal: name('一般', 'Normal'),
}

export const statusNames: Readonly<Record<TicketStatus, Name>> = {
  open: name('待接单', 'waiting'),
  acknowledged: name('在办', 'in hand'),
  held: name('挂起', 'on hold'),
  resolved: name('待确认', 'to be confirmed'),
  closed: name('已结案', 'closed'),
  rejected: name('不受理', 'turned down'),
  withdrawn: name('已撤回', 'withdrawn'),
  merged: name('已合并', 'merged'),
}

export const roleNames: Readonly<Record<Role, Name>> = {
  resident: name('居民', 'resident'),
  staff: name('物业人员', 'property staff'),
  manager: name('物业经理', 'property manager'),
  grid: name('网格员', 'grid worker'),
  committee: name('社区党委/居委', 'committee member'),
  owners: name('业委会', "owners' committee"),
  volunteer: name('志愿者', 'volunteer'),
  admin: name('管理员', 'admin'),
}

export const chatRoleNames: Readonly<Record<ChatRole, Name>> = {
  residents: name('业主群', "residents' group"),
  staff: name('物业工单群', 'staff group'),
  committee: name('社区督办群', 'committee group'),
}

export const clockNames: Readonly<Record<ClockName, Name>> = {
  acknowledge: name('接单', 'ack'),
  onsite: name('到场', 'on site'),
  resolve: name('办结', 'done'),
  promise: name('承诺', 'promise'),
}

/** The parts that a row of the ladder may call; a role or a person's own name is said as it stands. */
export const ladderPartNames: Readonly<Record<string, Name>> = {
  manager: name('物业经理', 'manager'),
  secretary: name('书记', 'secretary'),
  street: name('街道', 'street office'),
}

export const ratingNames: Readonly<Record<Rating, Name>> = {
  satisfied: name('满意', 'satisfied'),
  basically: name('基本满意', 'fairly satisfied'),
  unsatisfied: name('不满意', 'not satisfied'),
}
