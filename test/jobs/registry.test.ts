import { UnrecoverableError } from 'bullmq'
import { describe, expect, it } from 'vitest'
import { assertHandlers, type JobHandlers, jobNames, payloadOf, runJob } from '../../src/jobs/registry.ts'

function recording(): { handlers: JobHandlers; ran: string[] } {
  const ran: string[] = []
  const note = (name: string) => async (id: number) => {
    ran.push(`${name} ${id}`)
  }
  return { ran, handlers: { deliver: note('deliver'), wake: note('wake'), summary: note('summary') } }
}

describe('the job registry', () => {
  it('refuses to start when a job has no handler, and names it', () => {
    const { handlers } = recording()
    expect(() => assertHandlers(handlers)).not.toThrow()
    expect(() => assertHandlers({ deliver: handlers.deliver, summary: handlers.summary })).toThrow(/wake/)
  })

  it('T14 carries one id and nothing else', () => {
    expect(jobNames.map((name) => payloadOf(name, 7))).toEqual([{ outboxId: 7 }, { dueId: 7 }, { communityId: 7 }])
  })

  it('hands the id to the handler of its name', async () => {
    const { handlers, ran } = recording()
    for (const name of jobNames) await runJob(name, handlers, { name, data: payloadOf(name, 7) })
    expect(ran).toEqual(['deliver 7', 'wake 7', 'summary 7'])
  })

  it.each([
    ['an unknown name', { name: 'whistle', data: { outboxId: 7 } }, /parked: unknown job "whistle"/],
    ['no payload', { name: 'deliver', data: null }, /parked: job "deliver" without outboxId/],
    ['another payload', { name: 'deliver', data: { dueId: 7 } }, /without outboxId/],
    ['no number', { name: 'deliver', data: { outboxId: '7' } }, /without outboxId/],
  ])('F43 parks a job with %s instead of dropping or retrying it', async (_name, job, reason) => {
    const { handlers, ran } = recording()
    const refused = await runJob('deliver', handlers, job).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(UnrecoverableError)
    expect(String(refused)).toMatch(reason)
    expect(ran).toEqual([])
  })
})
