import type { Place } from '../domain/category.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { ticket } from './schema/index.ts'

export type TicketRecord = typeof ticket.$inferSelect

/** The columns of a ticket. */
export function toTicketRecord({ place, origin, reporter, ...rest }: Ticket): TicketRecord {
  return {
    ...rest,
    ...toPlaceColumns(place),
    reporterId: reporter?.id ?? null,
    originChatId: origin.chatId,
    originMessageId: origin.messageId,
    originThreadId: origin.threadId,
    originDirect: origin.direct,
  }
}

/** The ticket as the domain knows it. A reporter's name is `reporterName`: it is the same by the way tickets open. */
export function toTicket(record: TicketRecord): Ticket {
  const { building, unit, floor, room, spot, reporterId, ...more } = record
  const { originChatId, originMessageId, originThreadId, originDirect, ...rest } = more
  return {
    ...rest,
    place: { building, unit, floor, room, spot },
    reporter: reporterId === null ? null : { id: reporterId, name: record.reporterName },
    origin: { chatId: originChatId, messageId: originMessageId, threadId: originThreadId, direct: originDirect },
  }
}

function toPlaceColumns({ building, unit, floor, room, spot }: Place): Place {
  return { building, unit, floor, room, spot }
}
