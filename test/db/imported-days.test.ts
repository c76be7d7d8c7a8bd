import { expect, it, onTestFinished } from 'vitest'
import { createTestDatabase } from '../support/database.ts'
import { aSetup, makeCommunity } from './builders.ts'

const days = { closed: ['2026-12-25'], worked: [], hours: {}, breaks: {} }

it('a calendar file makes a new version once, outlives the community file, and goes when that says none', async () => {
  const { store, drop } = await createTestDatabase()
  onTestFinished(drop)
  const { id } = await makeCommunity(store)
  const put = (imported?: null) =>
    store.transaction((tx) => {
      const setup = aSetup()
      return tx.communities.put(imported === null ? { ...setup, policy: { ...setup.policy, imported } } : setup)
    })
  const holidays = async () => {
    const community = await store.transaction((tx) => tx.communities.get(id))
    const policy = await store.transaction((tx) => tx.communities.policy(id, community?.policyVersion ?? 0))
    return [community?.policyVersion, policy.calendar.holidays.includes('2026-12-25')]
  }

  expect(await store.transaction((tx) => tx.communities.setImportedDays(id, days))).toBe(true)
  expect(await holidays()).toEqual([2, true])
  expect(await store.transaction((tx) => tx.communities.setImportedDays(id, days))).toBe(false)
  expect((await put()).changed).toEqual([])
  expect(await holidays()).toEqual([2, true])
  expect((await put(null)).changed).toEqual(['policy'])
  expect(await holidays()).toEqual([3, false])
})
