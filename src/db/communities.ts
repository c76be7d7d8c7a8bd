import type { CommunityRows, CommunitySetup } from '../app/ports.ts'
import type { Building, Community } from '../domain/community/community.ts'
import { inForce } from '../domain/policy/days-in-force.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { ChinaDays } from '../domain/time/china-days.ts'
import { putCommunity, setImportedDays } from './put-community.ts'
import type { Sql } from './session.ts'

/** Policies read before, by community and version: rows that never change. */
export type PolicyCache = Map<string, Policy>

export function communityRows(sql: Sql, policies: PolicyCache, chinaDays: ChinaDays): CommunityRows {
  // A version written in this very transaction may still be rolled back, so it must not be remembered.
  let remember = true
  const columns = sql`id, name, timezone, language, households, policy_version`

  return {
    chinaDays,
    async get(id) {
      const [found] = await sql<Community[]>`select ${columns} from community where id = ${id}`
      return found ?? null
    },
    async byName(name) {
      const [found] = await sql<Community[]>`select ${columns} from community where name = ${name}`
      return found ?? null
    },
    async list() {
      return await sql<Community[]>`select ${columns} from community order by id`
    },
    async put(setup: CommunitySetup) {
      remember = false
      return putCommunity(sql, setup)
    },
    async setImportedDays(id, imported) {
      remember = false
      return setImportedDays(sql, id, imported)
    },
    async setLanguage(id, language) {
      await sql`update community set language = ${language} where id = ${id}`
    },
    async policy(id, version) {
      const key = `${id}/${version}`
      const known = policies.get(key)
      if (known) return known
      const [found] = await sql<{ body: Policy }[]>`
        select body from policy where community_id = ${id} and version = ${version}`
      if (!found) throw new Error(`community ${id} has no policy version ${version}`)
      const policy = inForce(found.body, chinaDays)
      if (remember) policies.set(key, policy)
      return policy
    },
    async buildings(id) {
      return await sql<Building[]>`
        select name, units, floors, households, handover, design_life, grid from building
        where community_id = ${id} order by position`
    },
    async nextSummaryAt(id) {
      const [found] = await sql<{ at: number | null }[]>`
        select next_summary_at as at from community where id = ${id}`
      return found?.at ?? null
    },
    async setNextSummaryAt(id, at) {
      await sql`update community set next_summary_at = ${at} where id = ${id}`
    },
    async setStatutoryDays(id, digest) {
      const { count } = await sql`
        update community set statutory_days = ${digest} where id = ${id} and statutory_days is distinct from ${digest}`
      return count > 0
    },
    async summariesDue(now) {
      return await sql<Community[]>`
        select ${columns} from community where next_summary_at <= ${now} order by next_summary_at, id`
    },
  }
}
