// Cases of the class codec: each limit from below, at it and above it.
import type { Group, Question } from "../Vector.ts"
import { roles } from "../Subject.ts"
import type { Json } from "../Json.ts"
import * as Cast from "./Cast.ts"

const max = 2n ** 96n - 1n

const one = (name: string, event: Record<string, Json>): Question => ({
  name,
  events: [event as Question["events"][number]],
})

const each = (
  type: string,
  field: string,
  values: Readonly<Record<string, Json>>,
): ReadonlyArray<Question> =>
  Object.entries(values).map(([name, value]) => one(name, { type, [field]: value }))

const group = (
  name: string,
  about: string,
  why: string,
): Omit<Group, "requirements" | "cases"> => ({
  class: "codec/1",
  group: `codec/${name}`,
  about,
  why,
  roles: [...roles],
})

const texts: Group = {
  ...group(
    "parse",
    "Whole tokens as people write them",
    "A text that is read differently by two programs is a payment of another sum; rounding makes or destroys money.",
  ),
  requirements: ["IPSX-TRM-004"],
  cases: each("parseAmount", "text", {
    "one-and-a-half": "1.5",
    zero: "0",
    "least-unit": "0.000000000000000001",
    "eighteen-decimals": "1.123456789012345678",
    "nineteen-decimals": "1.1234567890123456789",
    "nineteenth-decimal-zero": "1.1000000000000000000",
    largest: "79228162514.264337593543950335",
    "above-largest": "79228162514.264337593543950336",
    "eleven-digits-above": "99999999999",
    "twelve-digits": "100000000000",
    empty: "",
    "no-digit-before": ".5",
    "no-digit-after": "1.",
    "two-points": "1.2.3",
    comma: "1,5",
    exponent: "1e3",
    negative: "-1",
    plus: "+1",
    hexadecimal: "0x10",
    "space-before": " 1",
    "space-after": "1 ",
    letters: "one",
  }),
}

const written: Group = {
  ...group(
    "format",
    "Base units as whole tokens",
    "What is shown is what people agree to; a lost digit is lost money.",
  ),
  requirements: ["IPSX-TRM-004"],
  cases: each("formatAmount", "amount", {
    zero: "0",
    "least-unit": "1",
    "one-token": "1000000000000000000",
    "one-and-a-half": "1500000000000000000",
    "below-one": "999999999999999999",
    largest: max.toString(),
  }),
}

const read: Group = {
  ...group(
    "amount",
    "Amounts in JSON",
    "A number of JSON loses its last digits above 2^53, and a bound that only one side has makes a deal that the other cannot store.",
  ),
  requirements: ["IPSX-TRM-001", "IPSX-TRM-002"],
  cases: each("readAmount", "json", {
    zero: "0",
    one: "1",
    "above-2-53": "9007199254740993",
    largest: max.toString(),
    "above-largest": (max + 1n).toString(),
    "a-number": 1,
    negative: "-1",
    "minus-zero": "-0",
    plus: "+1",
    decimal: "1.0",
    exponent: "1e3",
    hexadecimal: "0x10",
    empty: "",
    space: " 1",
    null: null,
    list: ["1"],
  }),
}

const arithmetic: Group = {
  ...group(
    "arithmetic",
    "Sums and differences",
    "Arithmetic that wraps around turns a debt into a fortune.",
  ),
  requirements: ["IPSX-TRM-003"],
  cases: [
    one("add/small", { type: "add", a: "1", b: "2" }),
    one("add/to-largest", { type: "add", a: (max - 1n).toString(), b: "1" }),
    one("add/above-largest", { type: "add", a: max.toString(), b: "1" }),
    one("add/largest-twice", { type: "add", a: max.toString(), b: max.toString() }),
    one("subtract/small", { type: "subtract", a: "3", b: "2" }),
    one("subtract/to-zero", { type: "subtract", a: "2", b: "2" }),
    one("subtract/below-zero", { type: "subtract", a: "1", b: "2" }),
    one("subtract/from-zero", { type: "subtract", a: "0", b: max.toString() }),
  ],
}

const names: Group = {
  ...group(
    "name",
    "Addresses and identifiers",
    "Names that can be spelt in two ways are two users to one program and one user to another.",
  ),
  requirements: ["IPSX-TRM-008"],
  cases: [
    ...each("readAddress", "json", {
      "address/lower-case": Cast.provider,
      "address/upper-case-digit": Cast.provider.replace("e", "E"),
      "address/upper-case-x": Cast.provider.replace("0x", "0X"),
      "address/without-0x": Cast.provider.slice(2),
      "address/too-short": Cast.provider.slice(0, -1),
      "address/too-long": `${Cast.provider}0`,
      "address/no-digit": Cast.provider.replace("7", "g"),
      "address/line-feed": `${Cast.provider}\n`,
      "address/a-number": 5,
      "address/zero": Cast.zero,
    }),
    ...each("readId", "json", {
      "id/lower-case": `0x${"ab".repeat(32)}`,
      "id/upper-case": `0x${"AB".repeat(32)}`,
      "id/twenty-bytes": Cast.provider,
      "id/too-long": `0x${"ab".repeat(33)}`,
      "id/null": null,
    }),
  ],
}

const moments: Group = {
  ...group(
    "moment",
    "Moments",
    "A fraction of a second that one side drops and the other rounds moves a deadline.",
  ),
  requirements: ["IPSX-TRM-005"],
  cases: each("readMoment", "json", {
    zero: 0,
    now: 1_700_000_000,
    largest: 2 ** 32 - 1,
    "above-largest": 2 ** 32,
    fraction: 1_700_000_000.5,
    negative: -1,
    "a-text": "1700000000",
    null: null,
  }),
}

const internet: Group = {
  ...group(
    "ip",
    "Addresses of the Internet",
    "An address with two spellings can be leased twice, and a range that is counted wrongly leases the neighbour's.",
  ),
  requirements: ["IPSX-ORD-002", "IPSX-ORD-007"],
  cases: [
    ...each("readIp", "text", {
      "4/first": "0.0.0.0",
      "4/last": "255.255.255.255",
      "4/ordinary": "240.0.1.255",
      "4/octet-256": "240.0.0.256",
      "4/leading-zero": "240.00.0.1",
      "4/three-parts": "240.0.1",
      "4/five-parts": "240.0.0.0.1",
      "4/space": " 240.0.0.1",
      "6/documentation": "2001:db8::1",
      "6/all-zero": "::",
      "6/last": "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
      "6/upper-case": "2001:DB8::1",
      "6/leading-zero": "2001:0db8::1",
      "6/one-zero-group-shortened": "2001:db8::1:1:1:1:1",
      "6/one-zero-group-written": "2001:db8:0:1:1:1:1:1",
      "6/longest-run": "2001:0:0:1::1",
      "6/not-the-longest-run": "2001::1:0:0:0:1",
      "6/first-of-equal-runs": "2001:db8::1:0:0:1",
      "6/second-of-equal-runs": "2001:db8:0:0:1::1",
      "6/written-out": "2001:db8:0:0:0:0:0:1",
      "6/two-shortenings": "2001::db8::1",
      "6/dotted-tail": "::ffff:1.2.3.4",
      "6/nine-groups": "1:2:3:4:5:6:7:8:9",
      "6/zone": "fe80::1%eth0",
    }),
    ...[
      ["4/first", 4, "0"],
      ["4/last", 4, "4294967295"],
      ["6/first", 6, "0"],
      ["6/loopback", 6, "1"],
      ["6/documentation", 6, (0x2001_0db8n << 96n).toString()],
      ["6/middle-run", 6, ((1n << 112n) + 1n).toString()],
      ["6/last", 6, (2n ** 128n - 1n).toString()],
    ].map(([name, version, number]) =>
      one(`format/${name}`, { type: "formatIp", version: version!, number: number! }),
    ),
  ],
}

const simulated: Group = {
  ...group(
    "simulated",
    "Addresses of a simulation",
    "A simulation that leases real addresses could send somebody real traffic.",
  ),
  requirements: ["IPSX-ORD-003"],
  cases: each("isSimulated", "text", {
    "before-first": "239.255.255.255",
    first: "240.0.0.0",
    "last-but-one": "255.255.255.254",
    last: "255.255.255.255",
    private: "10.0.0.1",
    "6/before-first": "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
    "6/first": "2001:db8::",
    "6/last": "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
    "6/after-last": "2001:db9::",
  }),
}

export const groups: ReadonlyArray<Group> = [
  texts,
  written,
  read,
  arithmetic,
  names,
  moments,
  internet,
  simulated,
]
