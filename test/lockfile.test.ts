import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  /** One of the builds for several platforms; the lockfile has digests only of those that were installed when it was made. */
  readonly optional?: boolean
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

it('T21 few dependencies, each at one exact version, as the lockfile has them, with digests', () => {
  const { dependencies, devDependencies } = read('package.json')
  const packages: Record<string, Locked & { dependencies?: object; devDependencies?: object }> =
    read('package-lock.json').packages
  const { '': root, ...locked } = packages
  const named: [string, string][] = Object.entries({ ...dependencies, ...devDependencies })
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(30)
  for (const [name, version] of named) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)])
    expect([name, locked[`node_modules/${name}`]?.version]).toEqual([name, version])
  }
  expect(root).toMatchObject({ dependencies, devDependencies })
  expect(Object.keys(locked).length).toBeGreaterThan(100)
  for (const [path, { integrity, optional, resolved = '' }] of Object.entries(locked)) {
    if (!optional || integrity !== undefined)
      expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)])
    expect([path, resolved]).toEqual([path, expect.stringMatching(/^(https:\/\/|$)/)])
  }
})
