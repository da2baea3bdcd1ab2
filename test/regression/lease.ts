// The lease whose tunnel the tests of single ends are about.
import * as Id from "../../src/model/Id.ts"
import type { Ip } from "../../src/model/Ip.ts"
import * as Usage from "../../src/model/Usage.ts"
import * as Lease from "../../src/tunnel/Lease.ts"

export const lease: Lease.Lease = {
  id: Id.fromNumber(1),
  address: "203.0.113.7" as Ip,
  protocols: Usage.protocolSet("http"),
  scopes: Usage.scopeSet("browsing"),
  counter: "l4-payload",
  tolerance: Lease.tolerance,
  heartbeat: 1000,
  misses: 3,
}
