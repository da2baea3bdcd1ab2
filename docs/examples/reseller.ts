// A VPN reseller: each customer is a sub-account with a cap of its own, and gets a proxy in the country that it asks
// for. The bill is a table.
import { Ipsx, Usage } from "../../src/live/index.ts" // outside of this repository: "ipsx/live"

const { IPSX_RELAY: relay = "", IPSX_CHAIN: chain = "", IPSX_PASSWORD: password = "" } = process.env
const [keystore = "key.json", data = "reseller"] = process.argv.slice(2)

const ipsx = await Ipsx.connect({
  relay,
  chain,
  data,
  key: { keystore, password },
  caps: { alice: "5", bob: "1" },
})

for (const account of ["alice", "bob"]) {
  try {
    const lease = await ipsx.rent(
      { countries: ["DE"], seconds: 30, limit: "3.1", protocols: ["http"] },
      { account },
    )
    console.log(`${account} leaves from ${lease.address} by ${lease.attachment.kind}`)
    await lease.end()
  } catch (refused) {
    console.log(`${account}: ${(refused as Error).message}`)
  }
}

console.log(Usage.csv(ipsx.usage()))
await ipsx.close()
