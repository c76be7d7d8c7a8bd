/** Ends the process with SIGKILL the first time it comes to the named point: how tests show that nothing is lost there. */
export function crashAt(point: string): (reached: string) => void {
  return (reached) => {
    if (reached === point) process.kill(process.pid, 'SIGKILL')
  }
}
