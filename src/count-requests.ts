import type { Courier, CourierOutcome } from './app/courier.ts'
import type { Metrics } from './http/metrics.ts'

/** A courier whose requests are counted by call and outcome. */
export function countRequests(courier: Courier, { telegram }: Metrics): Courier {
  const counted = async (call: keyof Courier, asked: Promise<CourierOutcome>): Promise<CourierOutcome> => {
    const outcome = await asked
    telegram.inc({ call, outcome: outcome.kind })
    return outcome
  }
  return {
    send: (...args) => counted('send', courier.send(...args)),
    edit: (...args) => counted('edit', courier.edit(...args)),
    sendPicture: (...args) => counted('sendPicture', courier.sendPicture(...args)),
    sendDocuments: (...args) => counted('sendDocuments', courier.sendDocuments(...args)),
    sendMedia: (...args) => counted('sendMedia', courier.sendMedia(...args)),
    pin: (...args) => counted('pin', courier.pin(...args)),
    unpin: (...args) => counted('unpin', courier.unpin(...args)),
    delete: (...args) => counted('delete', courier.delete(...args)),
    leave: (...args) => counted('leave', courier.leave(...args)),
  }
}
