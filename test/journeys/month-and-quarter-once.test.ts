import { expect, it } from 'vitest'
import { community, startWorld, type World } from '../support/world.ts'

/** Labels of the periods whose files the committee got, in order. */
function periods(world: World): string[] {
  const sent = world.telegram.chat(-1003).messages.flatMap((message) => (message.wire.document ? message.files : []))
  return sent.flatMap(({ name }) => (name.endsWith('.csv') ? [name.replace(/^.* |\.csv$/g, '')] : []))
}

it('on the first working day the committee gets the month, and the quarter, once each; nobody else does', async () => {
  const world = await startWorld({ at: '2026-09-28 10:00' })
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  // The national holiday lasts until the 7th; the week is summed up on its Monday all the same.
  await world.until('2026-10-08 08:59')
  expect(periods(world)).toEqual(['2026-W40'])
  world.news()
  await world.until('2026-10-08 09:00')
  await Promise.all([world.huying.app.postSummaries(), world.huying.app.postSummaries(), world.huying.sweep()])
  const summaries = (texts: readonly string[] = []) => texts.filter((text) => text.startsWith('(图)'))
  const news = world.news()
  expect(periods(world)).toEqual(['2026-W40', '2026-09', '2026-Q3'])
  expect([news.业主群, news.物业工单群, news.督办群].map((texts) => summaries(texts).length)).toEqual([0, 0, 2])
  await world.until('2026-10-11 18:00')
  expect(periods(world)).toHaveLength(3)
  expect(world.errors).toEqual([])
})

it('a community that wants neither month nor quarter gets the week alone', async () => {
  const world = await startWorld({
    at: '2026-09-28 10:00',
    communities: [`${community}summary: { month: false, quarter: false }\n`],
  })
  await world.until('2026-10-09 12:00')
  expect(periods(world)).toEqual(['2026-W40'])
  expect(world.errors).toEqual([])
})

it('after three silent weeks and a month each period of a kind is posted once, the last, whoever wakes first', async () => {
  const world = await startWorld({ at: '2026-11-13 10:00' })
  await world.outageUntil('2026-12-03 10:00')
  await world.comeBack({ settle: false })
  await Promise.all([world.huying.app.postSummaries(), world.huying.app.postSummaries()])
  await world.settle()
  expect(periods(world)).toEqual(['2026-W48', '2026-11'])
  await world.huying.app.postSummaries()
  await world.until('2026-12-07 09:00')
  expect(periods(world)).toEqual(['2026-W48', '2026-11', '2026-W49'])
  expect(world.errors).toEqual([])
})
