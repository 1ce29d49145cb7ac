import { fork } from 'node:child_process'

/** A process that does one job after another: load and references run outside the server's process, as they would. */
export type Child<Job, Result> = {
  ask(job: Job): Promise<Result>
  stop(): void
}

type Reply<Result> = { readonly result: Result } | { readonly error: string }

/** Starts a file of the bench as a process that serves jobs. */
export function startChild<Job extends object, Result>(file: URL): Child<Job, Result> {
  const child = fork(file, { serialization: 'advanced', execArgv: [] })
  return {
    ask(job) {
      return new Promise((resolve, reject) => {
        const ended = () => reject(new Error(`${file.pathname} ended in the middle of a job`))
        child.once('exit', ended)
        child.once('message', (message) => {
          child.off('exit', ended)
          const reply = asReply<Result>(message)
          if ('error' in reply) reject(new Error(reply.error))
          else resolve(reply.result)
        })
        child.send(job)
      })
    },
    stop() {
      child.removeAllListeners('exit')
      child.disconnect()
    },
  }
}

/** Serves jobs in a child until its parent leaves. */
export function serveJobs<Job, Result>(work: (job: Job) => Promise<Result>): void {
  process.on('message', (message) => {
    const answer = (reply: Reply<Result>) => process.send?.(reply)
    work(asJob<Job>(message)).then(
      (result) => answer({ result }),
      (error: unknown) => answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  process.on('disconnect', () => process.exit())
}

/** Safe because only `startChild` of the same job type sends here. */
function asJob<Job>(message: unknown): Job {
  return message as Job
}

/** Safe because only `serveJobs` of the same result type answers here. */
function asReply<Result>(message: unknown): Reply<Result> {
  return message as Reply<Result>
}
