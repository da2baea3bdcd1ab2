// A stage on the loopback, for adapters that carry connections: the target is 127.0.0.1, allowed by name, and the
// provider's addresses are others of 127.0.0.0/8, each of which Linux has.
import type { Stage } from "../behaviour/tunnel.ts"
import type { Ip } from "../../src/model/Ip.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import type * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Client from "./Client.ts"
import * as Target from "./Target.ts"

export const stage = async (
  provider: Tunnel.Adapter,
  requester: Tunnel.Adapter,
): Promise<Stage & { readonly close: () => Promise<void> }> => {
  const target = await Target.start()
  const forbidden = await Target.start()
  const base = sockets()
  const proxyOf = (through: Tunnel.Attachment): string => {
    if (through.kind !== "proxy") throw new Error("no proxy to attach to")
    return through.socks
  }
  let turn = 0
  return {
    provider,
    requester,
    policy: {
      ...ExitPolicy.standard,
      allow: [{ name: "the test's own target", block: "127.0.0.1/32", ports: [target.port] }],
    },
    address: "127.0.9.1" as Ip,
    otherAddress: "127.0.9.2" as Ip,
    echo: target.url("/"),
    forbidden: forbidden.url("/"),
    get: (through, url) => {
      if (through === "direct") return Client.fetch({ url })
      // Both spellings of the listener, in turn.
      const proxy = proxyOf(through)
      return Client.fetch({
        url,
        proxy: ++turn % 2 === 0 ? proxy : proxy.replace("socks5h", "http"),
      })
    },
    post: (through, bytes) =>
      Client.fetch({ url: target.url("/"), proxy: proxyOf(through), post: bytes }),
    bytesUrl: (bytes) => target.url(`/bytes/${bytes}`),
    sources: () => {
      const seen = new Set(target.sources)
      target.sources.clear()
      return seen
    },
    left: async () => {
      const extra = sockets() - base
      return extra <= 0 ? [] : [`${extra} sockets`]
    },
    overhead: { percent: 0, perRequest: 4096 },
    tolerance: { bytesPerConnection: 0, millionths: 0 },
    chatter: 0,
    requestMs: 1500,
    close: async () => {
      await target.close()
      await forbidden.close()
    },
  }
}

const sockets = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind.startsWith("TCP")).length
