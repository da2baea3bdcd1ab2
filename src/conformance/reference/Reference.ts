// The reference library as an implementation under test: every class, through the same door as everybody else.
import { type Class, classes, type Opening, roles, type Session, type Subject } from "../Subject.ts"
import * as Agreement from "./Agreement.ts"
import * as Chain from "./Chain.ts"
import * as Codec from "./Codec.ts"
import * as Exchange from "./Exchange.ts"
import * as Ledger from "./Ledger.ts"
import * as Matching from "./Matching.ts"
import * as Orders from "./Orders.ts"
import * as Signature from "./Signature.ts"
import * as Voucher from "./Voucher.ts"

type Open = (opening: Opening) => Session

// Groups of these classes that ask a contract say so by what they begin with.
const isLedger = ({ params }: Opening): boolean => params.genesis !== undefined

const opens: Readonly<Record<Class, Open>> = {
  "codec/1": Codec.open,
  "signature/1": (opening) => (isLedger(opening) ? Ledger.open(opening.params) : Signature.open()),
  "wallet/1": ({ params }) => Ledger.open(params),
  "voucher/1": (opening) =>
    isLedger(opening) ? Ledger.open(opening.params) : Voucher.open(opening.params),
  "settlement/1": (opening) =>
    isLedger(opening) ? Ledger.open(opening.params) : Voucher.open(opening.params),
  "orders/1": ({ params }) => Orders.open(params),
  "matching/1": ({ params }) => Matching.open(params),
  "agreement/1": ({ params, observe }) => Agreement.open(params, observe),
  "exchange/1": ({ params }) => Exchange.open(params),
  "chain/1": ({ params }) => Chain.open(params),
}

/** Opens a case of the reference; it never waits for anything. */
export const open = (opening: Opening): Session => opens[opening.class](opening)

/**
 * The subject, showing all its registers or, as somebody whose registers nobody sees, the statuses alone.
 *
 * @example
 * await Subject.run(Reference.subject("full"), opening, events)
 */
export const subject = (observe: Subject["observe"]): Subject => ({
  name: "ipsx",
  version: "reference",
  classes,
  roles,
  observe,
  open,
})
