import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ChatBoundElsewhere } from '../../src/db/chats.ts'
import type { Appointment } from '../../src/domain/community/community.ts'
import { inForce } from '../../src/domain/policy/days-in-force.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import { publishedDays } from '../../src/domain/time/china-days.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { aSetup, at, day, hour, makeCommunity, zhang } from './builders.ts'

/** A policy as it is read: with the statutory days. */
const known = (policy: Policy): Policy => inForce(policy, publishedDays)

let test: TestDatabase

beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const put = (...args: Parameters<typeof aSetup>) => test.store.transaction((tx) => tx.communities.put(aSetup(...args)))
const wang: Appointment = { userId: 101, name: '王师傅', role: 'staff', trades: ['elevator'], title: null }
const chen: Appointment = { userId: 301, name: '陈书记', role: 'committee', trades: [], title: '书记' }
const chat = { id: -2001, role: 'residents' as const, title: '业主群', buildings: ['3'], threadId: 7 }

describe('putting a community', () => {
  it('makes it, and changes nothing the second time', async () => {
    const setup = { name: '新小区', chats: [chat], people: [wang, chen] }
    const made = await put(setup)
    expect(made).toMatchObject({ created: true, community: { name: '新小区', policyVersion: 1 } })
    expect(await put(setup)).toEqual({ community: made.community, created: false, changed: [] })
    await test.store.transaction(async (tx) => {
      const { id } = made.community
      expect(await tx.communities.get(id)).toEqual(made.community)
      expect(await tx.communities.byName('新小区')).toEqual(made.community)
      expect(await tx.communities.buildings(id)).toEqual(aSetup().buildings)
      expect(await tx.communities.policy(id, 1)).toEqual(known(aSetup().policy))
      expect(await tx.chats.list(id)).toEqual([{ ...chat, communityId: id, status: 'active', canDelete: false }])
      expect(await tx.people.list(id)).toEqual([chen, wang])
    })
  })

  it('keeps a duty roster in order; the same again changes nothing, left out it is gone', async () => {
    const duty = [
      { userId: 102, day: '2026-10-01', from: '20:00', to: '08:00', trades: [] },
      { userId: 101, day: 1, from: '08:00', to: '20:00', trades: ['power'] },
    ] as const
    const { community } = await put({ name: '值班小区', duty })
    expect((await put({ name: '值班小区', duty })).changed).toEqual([])
    expect(await test.store.transaction((tx) => tx.duty.shifts(community.id))).toEqual(duty)
    expect((await put({ name: '值班小区' })).changed).toEqual(['duty'])
    expect(await test.store.transaction((tx) => tx.duty.shifts(community.id))).toEqual([])
  })

  it('names what changed, and makes a new version of a policy that did', async () => {
    await put({ name: '变小区' })
    const policy = { ...aSetup().policy, maxHandovers: 9 }
    const households = 1300
    expect(await put({ name: '变小区', households, policy })).toMatchObject({
      created: false,
      changed: ['community', 'policy'],
      community: { households, policyVersion: 2 },
    })
    expect((await put({ name: '变小区', households, policy, buildings: [] })).changed).toEqual(['buildings'])
    const { community } = await put({ name: '变小区', households, policy, buildings: [] })
    await test.store.transaction(async (tx) => {
      expect(await tx.communities.policy(community.id, 1)).toEqual(known(aSetup().policy))
      expect(await tx.communities.policy(community.id, 2)).toEqual(known(policy))
      await expect(tx.communities.policy(community.id, 3)).rejects.toThrow('no policy version 3')
    })
  })

  it('does not remember a policy of a transaction that was rolled back', async () => {
    const { community } = await put({ name: '回滚小区' })
    const tried = { ...aSetup().policy, maxHandovers: 5 }
    await test.store
      .transaction(async (tx) => {
        await tx.communities.put(aSetup({ name: '回滚小区', policy: tried }))
        expect(await tx.communities.policy(community.id, 2)).toEqual(known(tried))
        throw new Error('never mind')
      })
      .catch(() => {})
    const policy = { ...tried, maxHandovers: 6 }
    await put({ name: '回滚小区', policy })
    expect(await test.store.transaction((tx) => tx.communities.policy(community.id, 2))).toEqual(known(policy))
  })

  it('takes back the roles of people taken out of the file, not of those appointed in chat', async () => {
    const { community } = await put({ name: '换人小区', people: [wang, chen] })
    const li: Appointment = { ...wang, userId: 102, name: '李师傅' }
    await test.store.transaction((tx) => tx.people.appoint(community.id, li))
    expect((await put({ name: '换人小区', people: [chen] })).changed).toEqual(['people'])
    await test.store.transaction(async (tx) => {
      expect(await tx.people.list(community.id)).toEqual([chen, li])
      expect(await tx.people.rolesOf(community.id, wang.userId)).toEqual([])
    })
  })

  it('changes nothing at all when one of its chats belongs to another community', async () => {
    await put({ name: '有群小区', chats: [{ ...chat, id: -2100 }] })
    const failed = put({ name: '抢群小区', chats: [{ ...chat, id: -2100 }] })
    await expect(failed).rejects.toBeInstanceOf(ChatBoundElsewhere)
    expect(await test.store.transaction((tx) => tx.communities.byName('抢群小区'))).toBeNull()
  })

  it('brings a suspended chat up to date without bringing it back; bound by hand it is back', async () => {
    const lost = { ...chat, id: -2003 }
    await put({ name: '赶出小区', chats: [lost] })
    await test.store.transaction((tx) => tx.chats.setStatus(lost.id, 'suspended'))
    const found = () => test.store.transaction((tx) => tx.chats.get(lost.id))
    expect((await put({ name: '赶出小区', chats: [lost] })).changed).toEqual([])
    expect(await found()).toMatchObject({ title: '业主群', status: 'suspended' })
    const renamed = { ...lost, title: '业主大群' }
    expect((await put({ name: '赶出小区', chats: [renamed] })).changed).toEqual(['chats'])
    expect(await found()).toMatchObject({ title: '业主大群', status: 'suspended' })
    const communityId = (await found())?.communityId ?? 0
    await test.store.transaction((tx) => tx.chats.bind({ ...renamed, communityId }))
    expect(await found()).toMatchObject({ title: '业主大群', status: 'active' })
  })

  it('is made once by two imports at the same moment', async () => {
    const both = await Promise.all([put({ name: '同时小区' }), put({ name: '同时小区' })])
    expect(both.map(({ created }) => created).sort()).toEqual([false, true])
  })
})

describe('the weekly summary', () => {
  it('is due for those whose time has come, and decided once for each chat and week', async () => {
    const [early, late] = [
      await makeCommunity(test.store, { name: '早小区' }),
      await makeCommunity(test.store, { name: '晚小区' }),
    ]
    await test.store.transaction(async (tx) => {
      expect(await tx.communities.nextSummaryAt(early.id)).toBeNull()
      await tx.communities.setNextSummaryAt(early.id, at)
      await tx.communities.setNextSummaryAt(late.id, at + day)
      expect(await tx.communities.nextSummaryAt(early.id)).toBe(at)
      expect((await tx.communities.summariesDue(at)).map(({ name }) => name)).toEqual(['早小区'])
      expect(await tx.communities.summariesDue(at - 1)).toEqual([])
    })
    const decide = () => test.store.transaction((tx) => tx.summaries.decide(-3001, '2026-W47', early.id, at))
    expect((await Promise.all([decide(), decide(), decide()])).filter(Boolean)).toHaveLength(1)
    expect(await test.store.transaction((tx) => tx.summaries.decide(-3001, '2026-W48', early.id, at))).toBe(true)
  })
})

it('keeps the language people chose', async () => {
  const { id } = await makeCommunity(test.store, { name: 'English Court' })
  await test.store.transaction((tx) => tx.communities.setLanguage(id, 'en'))
  expect((await test.store.transaction((tx) => tx.communities.get(id)))?.language).toBe('en')
  const names = (await test.store.transaction((tx) => tx.communities.list())).map(({ name }) => name)
  expect(names).toContain('English Court')
})

describe('people', () => {
  it('T01 hold roles in one community and none in another', async () => {
    const home = await makeCommunity(test.store, { name: '甲', people: [wang] })
    const other = await makeCommunity(test.store, { name: '乙' })
    await test.store.transaction(async (tx) => {
      await tx.people.appoint(home.id, { ...wang, role: 'manager' })
      expect((await tx.people.rolesOf(home.id, wang.userId)).map(({ role }) => role)).toEqual(['manager', 'staff'])
      expect(await tx.people.rolesOf(other.id, wang.userId)).toEqual([])
      expect(await tx.people.list(home.id, 'staff')).toEqual([wang])
      expect(await tx.people.dismiss(other.id, wang.userId, 'staff')).toBe(false)
      expect(await tx.people.dismiss(home.id, wang.userId, 'staff')).toBe(true)
      expect(await tx.people.dismiss(home.id, wang.userId, 'staff')).toBe(false)
      await tx.people.appoint(home.id, { ...wang, role: 'manager', name: '王经理' })
      expect(await tx.people.rolesOf(home.id, wang.userId)).toEqual([{ ...wang, role: 'manager', name: '王经理' }])
    })
  })

  it('are known to the communities they wrote in, the latest first', async () => {
    const [a, b, c] = [
      await makeCommunity(test.store, { name: '先' }),
      await makeCommunity(test.store, { name: '后' }),
      await makeCommunity(test.store, { name: '任', people: [{ ...wang, userId: zhang.id }] }),
    ]
    await test.store.transaction(async (tx) => {
      await tx.people.remember(a.id, zhang, at)
      await tx.people.remember(b.id, zhang, at + hour)
      expect(await tx.people.communitiesOf(zhang.id)).toEqual([b.id, a.id, c.id])
      await tx.people.remember(a.id, { ...zhang, name: '张' }, at + day)
      expect(await tx.people.communitiesOf(zhang.id)).toEqual([a.id, b.id, c.id])
      expect(await tx.people.communitiesOf(999)).toEqual([])
    })
  })

  it('who own the installation are kept once, in order', async () => {
    await test.store.transaction(async (tx) => {
      await tx.people.addOwner(9, at)
      await tx.people.addOwner(8, at + 1)
      await tx.people.addOwner(9, at + 2)
      expect(await tx.people.owners()).toEqual([9, 8])
    })
  })
})

describe('secrets', () => {
  const bind = { kind: 'bind', communityId: null, chatRole: 'staff', ticketId: null, expiresAt: at + hour } as const
  const redeem = (hash: string, kind: 'bind' | 'claim' = 'bind', when = at) =>
    test.store.transaction((tx) => tx.secrets.redeem(hash, kind, 7, when))

  it('T07 are used up by one of those who race for them', async () => {
    await test.store.transaction((tx) => tx.secrets.add('h1', bind, 1, at))
    const won = await Promise.all(Array.from({ length: 5 }, () => redeem('h1')))
    expect(won.filter((row) => row !== null)).toEqual([bind])
    expect(await redeem('h1')).toBeNull()
    expect(await test.store.transaction((tx) => tx.secrets.peek('h1', 'bind', at))).toBeNull()
  })

  it('T07 are good for their kind and until they expire, and looking does not use them up', async () => {
    await test.store.transaction((tx) => tx.secrets.add('h2', bind, 1, at))
    expect(await redeem('h2', 'claim')).toBeNull()
    expect(await redeem('h2', 'bind', at + hour)).toBeNull()
    expect(await test.store.transaction((tx) => tx.secrets.peek('h2', 'bind', at))).toEqual(bind)
    expect(await redeem('h2')).toEqual(bind)
    expect(await redeem('unknown')).toBeNull()
  })
})
