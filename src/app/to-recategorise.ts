import type { Category, Urgency } from '../domain/category.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { seasonalClass } from '../domain/policy/season.ts'
import type { TicketCommand } from '../domain/ticket/command.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { categoryNamed } from '../nlu/understand/category-named.ts'
import { evidenceOf } from '../nlu/understand/evidence.ts'
import { classOf, dangerIn } from '../nlu/understand/urgency.ts'
import { urgencyNamed } from '../nlu/understand/urgency-named.ts'
import { ownWordsOf } from './own-words-of.ts'

type Recategorise = Extract<TicketCommand, { type: 'recategorise' }>

/** 改类 128 漏水 · 改类 128 维修 普通 · 改类 128 电梯 紧急: another category, another urgency, or both. */
export function recategorise(ticket: Ticket, words: string | null, policy: Policy): Outcome<Recategorise> {
  if (words === null) return accept({ type: 'recategorise', category: null, class: ticket.class })
  const { urgency, rest } = urgencyNamed(words)
  if (urgency !== null && rest === '') return accept(recategoriseTo(ticket, ticket.category, policy, urgency))
  const named = categoryNamed(rest, ownWordsOf(policy))
  if (named.category === null) return refuse({ code: 'unknown-category', words: rest, nearest: named.nearest })
  return accept(recategoriseTo(ticket, named.category, policy, urgency))
}

/**
 * The class follows from the category, the urgency and the words. The urgency is what somebody says now, else what the
 * season of the report gives the category, else the report's own.
 */
export function recategoriseTo(
  ticket: Ticket,
  category: Category,
  policy: Policy,
  named: Urgency | null = null,
): Recategorise {
  const urgency = named ?? withoutSeason(ticket, category, policy)
  const said = classOf(category, urgency, ticket.text)
  const season = named === null ? seasonalClass({ category, class: said }, policy, ticket.openedAt) : null
  return {
    type: 'recategorise',
    category,
    class: season ?? said,
    urgency: season === null ? urgency : season === 'urgent' ? 'urgent' : 'normal',
    named: named !== null,
  }
}

/** What only the season made pressing is not pressing as a matter of another kind. */
function withoutSeason(ticket: Ticket, category: Category, policy: Policy): Urgency {
  const { urgency, openedAt, text } = ticket
  if (urgency !== 'urgent' || category === ticket.category) return urgency
  if (seasonalClass(ticket, policy, openedAt) !== 'urgent') return urgency
  return dangerIn(evidenceOf(text.toLowerCase())).urgency === 'normal' ? 'normal' : urgency
}
