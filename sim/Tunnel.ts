// The tunnel of a simulated lease: two ends and a gate. It carries nothing; it only counts for how long and
// how much it would have, which is what both meters read (IPSX-TUN: the null adapter).

export interface Tunnel {
  /** Bytes in both directions for each second of service. */
  readonly bytesPerSecond: number
  /** When an end broke: nothing is carried from then on. */
  brokenAt: number
  open: boolean
  since: number
  /** Milliseconds of service until `since`. */
  served: number
}

export const make = (bytesPerSecond: number): Tunnel => ({
  bytesPerSecond,
  brokenAt: Number.MAX_SAFE_INTEGER,
  open: false,
  since: 0,
  served: 0,
})

/** Milliseconds of service up to a moment. */
export const served = (tunnel: Tunnel, now: number): number =>
  tunnel.open
    ? tunnel.served + Math.max(0, Math.min(now, tunnel.brokenAt) - tunnel.since)
    : tunnel.served

export const ungate = (tunnel: Tunnel, now: number): void => {
  if (tunnel.open) return
  tunnel.open = true
  tunnel.since = now
}

export const gate = (tunnel: Tunnel, now: number): void => {
  tunnel.served = served(tunnel, now)
  tunnel.open = false
}

/** An end dies: an open gate stays open, but nothing passes it. */
export const breakAt = (tunnel: Tunnel, now: number): void => {
  tunnel.brokenAt = Math.min(tunnel.brokenAt, now)
}

/** Both meters: whole seconds and bytes, never ahead of the service. */
export const meter = (
  tunnel: Tunnel,
  now: number,
): { readonly seconds: number; readonly bytesUsed: number } => {
  const milliseconds = served(tunnel, now)
  return {
    seconds: Math.floor(milliseconds / 1000),
    bytesUsed: Math.floor((milliseconds * tunnel.bytesPerSecond) / 1000),
  }
}
