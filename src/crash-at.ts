/**
 * Ends the process with SIGKILL the first time it comes to the named point: how tests show that nothing is lost there.
 * `point/what` ends it only where the point is reached with that, e.g. `deliver:after-http/escalation`.
 */
export function crashAt(point: string): (reached: string, what?: string) => void {
  return (reached, what) => {
    if (reached === point || `${reached}/${what}` === point) process.kill(process.pid, 'SIGKILL')
  }
}
