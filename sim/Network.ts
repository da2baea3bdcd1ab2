// What happens to a message between two actors: it takes time, it is lost, it comes twice, it overtakes
// another, it meets a partition. All from the seed, by the sender's name (IPSX-SIM-004).
import * as Random from "./Random.ts"
import * as Sampler from "./Sampler.ts"
import type * as Scenario from "./Scenario.ts"

export interface Network {
  readonly settings: Scenario.Network
  readonly seed: string
  readonly delay: Sampler.Sampler
  readonly streams: Map<string, Random.Stream>
}

export const make = (settings: Scenario.Network, seed: string): Network => ({
  settings,
  seed,
  delay: Sampler.of(settings.delayMs),
  streams: new Map(),
})

const streamOf = (self: Network, from: string): Random.Stream => {
  const known = self.streams.get(from)
  if (known !== undefined) return known
  const made = stream(self.seed, from)
  self.streams.set(from, made)
  return made
}

/** Whether a partition cuts the actor off: its name decides, so that it stays the same for the whole partition. */
const isCutOff = (self: Network, actor: string, partition: number): boolean =>
  Random.chance(
    Random.stream(self.seed, actor, `partition ${partition}`),
    self.settings.partitions[partition]!.share,
  )

/** Whether two actors can reach one another at a moment (in milliseconds). */
export const connects = (self: Network, from: string, to: string, now: number): boolean =>
  self.settings.partitions.every(
    (partition, i) =>
      now < partition.from * 1000 ||
      now >= partition.until * 1000 ||
      isCutOff(self, from, i) === isCutOff(self, to, i),
  )

/**
 * The moments at which a message that leaves now arrives: none when it is lost, two when it is doubled.
 * It always draws the same number of times from the sender's stream, whatever happens; what the scenario rules out is
 * not drawn for.
 *
 * @example
 * for (const at of Network.deliveries(network, "provider-3", "requester-9", kernel.now))
 *   kernel.schedule(at, arrival, message)
 */
export const deliveries = (
  self: Network,
  from: string,
  to: string,
  now: number,
  stream: Random.Stream = streamOf(self, from),
): ReadonlyArray<number> => {
  const { loss, duplicate, partitions } = self.settings
  const isLost = loss > 0 && Random.chance(stream, loss)
  const isDoubled = duplicate > 0 && Random.chance(stream, duplicate)
  const first = now + Math.round(self.delay(stream))
  const second = duplicate > 0 ? now + Math.round(self.delay(stream)) : first
  if (isLost || (partitions.length > 0 && !connects(self, from, to, now))) return []
  return isDoubled ? [first, second] : [first]
}

/** The stream of a sender's messages. */
export const stream = (seed: string, from: string): Random.Stream =>
  Random.stream(seed, from, "network")
