import { Told } from './methods/method.ts'
import { NOT_EMULATED } from './methods/not-emulated.ts'
import { methodNamed } from './methods/table.ts'
import { type Params, paramsForLedger } from './params.ts'
import { closeDuePolls } from './polls.ts'
import { Refusal } from './refusal.ts'
import type { Bot, Call, Outcome, World } from './world.ts'

/** Carries out one Bot API call and words its answer; whatever a method throws beyond refusals becomes Telegram's 500. */
export async function carryOut(
  world: World,
  bot: Bot,
  name: string,
  params: Params,
  gone: AbortSignal,
): Promise<Outcome> {
  const found = methodNamed(name)
  if (!found) return unknownMethod(name)
  closeDuePolls(world)
  try {
    const result = await found.method({ world, bot, params, gone })
    return result instanceof Told ? { ok: true, result: true, description: result.description } : { ok: true, result }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refusalOutcome(error)
  }
}

/** Telegram's 404, or a 501 that names the method which Telegram has and the sandbox has not. */
function unknownMethod(name: string): Outcome {
  const missing = NOT_EMULATED.find((known) => known.toLowerCase() === name.toLowerCase())
  if (!missing) return { ok: false, error_code: 404, description: 'Not Found: method not found' }
  return { ok: false, error_code: 501, description: `Not Implemented: the sandbox does not emulate ${missing}` }
}

/** A refusal as the JSON that Telegram answers with. */
export function refusalOutcome({ code, message, parameters }: Refusal): Outcome {
  return { ok: false, error_code: code, description: message, ...(parameters && { parameters }) }
}

/** Writes the call into the ledger and tells the listeners. */
export function record(world: World, bot: Bot, name: string, params: Params, outcome: Outcome, fault?: string): void {
  const call: Call = {
    token: bot.token,
    method: methodNamed(name)?.name ?? name,
    params: paramsForLedger(params),
    outcome,
    at: world.now(),
    ...(fault && { fault }),
  }
  world.calls.push(call)
  if (world.calls.length > world.keepCalls * 1.2) world.calls.splice(0, world.calls.length - world.keepCalls)
  world.emit({ kind: 'call', call })
}
