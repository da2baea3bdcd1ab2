// The kernel's event codes: what happens in the world.

export const codes = {
  /** A requester asks; payload: the actor. */
  order: 0,
  /** A provider offers; payload: the actor. */
  offer: 1,
  /** A provider's address goes away or comes back; payload: the actor. */
  churn: 2,
  /** Something happens to a participant; payload: a Stimulus, or some. */
  input: 3,
  inputs: 4,
  /** A message arrives, or is sent again; payload: a Delivery. */
  delivery: 5,
  repeat: 6,
  /** A block is made. */
  block: 7,
  /** A behaviour's own moment, or its last one; payload: a Side. */
  trick: 8,
  vanish: 9,
  /** The option on a deal is over; the platform looks after it; payload: the lease. */
  lapse: 10,
  keep: 11,
  /** A short deal should be over by now; payload: the short lease. */
  shortLapse: 12,
} as const
