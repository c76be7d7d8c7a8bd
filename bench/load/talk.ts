import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'

/** A child process that is asked and answers, one question at a time. */
export interface Helper {
  ask<T>(question: object): Promise<T>
  stop(): Promise<void>
}

/** Starts a module of this folder; resolves when it has answered its settings. */
export async function startHelper<T>(module: URL, settings: object): Promise<{ helper: Helper; first: T }> {
  const child: ChildProcess = fork(module, [JSON.stringify(settings)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const heard = async <A>(): Promise<A> => {
    const answer = await Promise.race([once(child, 'message').then(([message]) => message as A), ended])
    if (Array.isArray(answer) && !child.connected) throw new Error(`${module.pathname} ended early`)
    return answer as A
  }
  const first = await heard<T>()
  return {
    first,
    helper: {
      async ask<A>(question: object): Promise<A> {
        const answer = heard<A>()
        child.send(question)
        return answer
      },
      async stop() {
        child.kill('SIGKILL')
        await ended
      },
    },
  }
}
