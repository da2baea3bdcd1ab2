// A crawler: a pool of addresses, each page from the next one; the pool renews and replaces them by itself.
import { Ipsx, Pool, Proxy } from "../../src/live/index.ts" // outside of this repository: "ipsx/live"

const { IPSX_RELAY: relay = "", IPSX_CHAIN: chain = "", IPSX_PASSWORD: password = "" } = process.env
const [keystore = "key.json", data = "crawler", ...pages] = process.argv.slice(2)

const ipsx = await Ipsx.connect({ relay, chain, data, key: { keystore, password } })
const pool = Pool.open(ipsx, {
  countries: { DE: 2 },
  wish: { seconds: 60, limit: "7", protocols: ["http"], patience: 20 },
  heard: ({ _tag, country }) => console.log(`${_tag} in ${country}`),
})
await pool.ready

for (const page of pages) {
  const lease = pool.next()
  if (lease === undefined) break
  const { status, body } = await Proxy.get(lease.attachment, page)
  console.log(`${status} ${page} from ${lease.address}: ${body.slice(0, 60)}`)
}

await pool.close()
await ipsx.close()
