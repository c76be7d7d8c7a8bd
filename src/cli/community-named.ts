import type { Tx } from '../app/ports.ts'
import type { Community } from '../domain/community/community.ts'
import { UsageError } from './usage-error.ts'

/** The community that `--community` names. @throws UsageError where it names none, with those there are. */
export async function communityNamed(tx: Tx, name: string | undefined): Promise<Community> {
  const community = name === undefined ? null : await tx.communities.byName(name)
  if (community) return community
  const names = (await tx.communities.list()).map((one) => one.name)
  const known = names.length === 0 ? 'there is none yet' : `there is ${names.join(', ')}`
  const wrong = name === undefined ? 'say which community: --community NAME' : `there is no community "${name}"`
  throw new UsageError(`${wrong}; ${known}`)
}
