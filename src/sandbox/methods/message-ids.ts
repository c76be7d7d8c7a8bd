import { type Params, structure } from '../params.ts'
import { badRequest } from '../refusal.ts'

const MOST = 100

/** `message_ids`: 1 to 100 positive whole numbers, as numbers or their digits. */
export function readMessageIds(params: Params): number[] {
  const given = structure(params, 'message_ids')
  if (given === undefined || given === null) throw badRequest('message identifiers are not specified')
  if (!Array.isArray(given)) throw badRequest('expected an Array of message identifiers')
  if (given.length > MOST) throw badRequest('too many message identifiers specified')
  return given.map((id) => {
    if (typeof id !== 'number' && typeof id !== 'string') throw badRequest('message identifier must be a Number')
    const number = Number(id)
    if (id === '' || !Number.isInteger(number)) throw badRequest("can't parse message identifier as Number")
    if (number <= 0) throw badRequest('invalid message identifier specified')
    return number
  })
}
