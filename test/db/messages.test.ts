import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MessageRow } from '../../src/app/ports.ts'
import type { Community } from '../../src/domain/community/community.ts'
import type { Attachment } from '../../src/domain/ticket/attachment.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { aReport, at, makeCommunity, zhang } from './builders.ts'

let test: TestDatabase
let home: Community

beforeAll(async () => {
  test = await createTestDatabase()
  home = await makeCommunity(test.store)
})
afterAll(() => test.drop())

const photo = (messageId: number): Attachment => {
  const place = { latitude: null, longitude: null }
  return { kind: 'photo', fileId: `f${messageId}`, fileUniqueId: `u${messageId}`, chatId: -1001, messageId, ...place }
}
const aMessage = (over: Partial<MessageRow> = {}): MessageRow => ({
  chatId: -1001,
  messageId: 1,
  communityId: home.id,
  ticketIds: [],
  mediaGroupId: null,
  attachments: [],
  authorId: zhang.id,
  ...over,
})
const put = (row: MessageRow) => test.store.transaction((tx) => tx.messages.put(row, at))
const get = (messageId: number) => test.store.transaction((tx) => tx.messages.get(-1001, messageId))

it('keeps one row per message, which only grows', async () => {
  await put(aMessage({ ticketIds: [5], attachments: [photo(1)] }))
  await put(aMessage({ ticketIds: [6, 5], mediaGroupId: 'g', authorId: null }))
  const grown = aMessage({ ticketIds: [5, 6], attachments: [photo(1)], mediaGroupId: 'g' })
  expect(await get(1)).toEqual(grown)
  await put(aMessage({ attachments: [photo(2)] }))
  expect(await get(1)).toEqual({ ...grown, attachments: [photo(2)] })
  expect(await get(2)).toBeNull()
})

it('does not let another community write into it', async () => {
  const other = await makeCommunity(test.store, { name: '别处' })
  await put(aMessage({ messageId: 9, ticketIds: [5] }))
  await put(aMessage({ messageId: 9, ticketIds: [7], communityId: other.id }))
  expect(await get(9)).toEqual(aMessage({ messageId: 9, ticketIds: [5] }))
})

it('knows the parts of an album in order, and handles them one after another', async () => {
  let inside = 0
  let most = 0
  const part = (messageId: number) =>
    test.store.transaction(async (tx) => {
      await tx.messages.lockAlbum(-1001, 'album')
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setTimeout(resolve, 10))
      await tx.messages.put(aMessage({ messageId, mediaGroupId: 'album', attachments: [photo(messageId)] }), at)
      inside -= 1
    })
  await Promise.all([part(23), part(21), part(22)])
  expect(most).toBe(1)
  const album = await test.store.transaction((tx) => tx.messages.album(-1001, 'album'))
  expect(album.map(({ messageId }) => messageId)).toEqual([21, 22, 23])
  expect(await test.store.transaction((tx) => tx.messages.album(-1002, 'album'))).toEqual([])
})

it('keeps a question with its report until it is settled', async () => {
  const asked = { communityId: home.id, chatId: -1001, kind: 'same', askedOf: zhang, report: aReport() } as const
  const question = {
    ...asked,
    mediaGroupId: 'g',
    more: [aReport({ text: '另一件' })],
    likeTicketId: 4,
    postId: null,
    status: 'asked',
  } as const
  const id = await test.store.transaction((tx) => tx.questions.insert(question, at))
  await test.store.transaction(async (tx) => {
    expect(await tx.questions.lock(id)).toEqual({ id, ...question })
    await tx.questions.setPost(id, 12)
    await tx.questions.settle(id, 'joined')
  })
  expect(await test.store.transaction((tx) => tx.questions.lock(id))).toEqual({
    id,
    ...question,
    postId: 12,
    status: 'joined',
  })
  expect(await test.store.transaction((tx) => tx.questions.lock(id + 1))).toBeNull()
})
