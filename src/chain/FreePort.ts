// A port for a program that cannot take any free one by itself, or has to be where it was when it is started again.
import { randomInt } from "node:crypto"
import { readFileSync } from "node:fs"
import { createServer } from "node:net"

const triesMax = 100

/** The first port that the system gives to whoever does not ask for one: to every connection that goes out. */
const firstEphemeral = (): number => {
  try {
    return Number(readFileSync("/proc/sys/net/ipv4/ip_local_port_range", "utf8").split(/\s+/)[0])
  } catch {
    return 32_768
  }
}

const lowest = 10_240

/** Whether nobody listens there now. */
export const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

/**
 * Finds one below those that the system hands out by itself: so nobody's connection gets it by chance before the program
 * is up, or while it is down; not even the one of a client that dials the program again and again.
 *
 * @throws Error when there is none.
 *
 * @example
 * const port = await FreePort.find("127.0.0.1")
 */
export const find = async (host: string): Promise<number> => {
  const span = Math.max(1024, firstEphemeral() - lowest)
  for (let tries = 0; tries < triesMax; tries++) {
    const port = lowest + randomInt(span)
    if (await isFree(host, port)) return port
  }
  throw new Error(`no port of ${host} is free`)
}
