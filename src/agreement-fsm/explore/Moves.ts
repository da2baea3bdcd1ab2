// Who may do what in the exhaustive search. An honest side may do whatever the honest strategy of the
// specification allows, in any order, and must do what it obliges to before a deadline passes; a lying side may do
// everything that the chain and the registers accept. So what holds here holds for every honest program.
import * as Event from "../Event.ts"
import * as DealStatus from "../dealStatus.ts"
import * as Table from "../Table.ts"
import { statusCode } from "../../model/Status.ts"
import * as State from "../State.ts"
import * as Channel from "./Channel.ts"
import { moved } from "./World.ts"
import type { World } from "./World.ts"

export interface Setup {
  readonly honestP: boolean
  readonly honestR: boolean
  /** The highest level of service that the search knows, at most 2. */
  readonly levels: number
  /** How many status messages may be under way in each direction, at most 2. */
  readonly inFlight: number
  /** Level that the deal prepays. */
  readonly prepaid: number
  readonly rules: Channel.Rules
}

/** P and R are the parties, T is time and whoever submits what time allows, N is the network. */
export type Actor = "P" | "R" | "T" | "N"
export type Emit = (actor: Actor, name: string, next: World | undefined) => void

const columns = (role: "provider" | "requester", honest: boolean) =>
  Event.ownMoves
    .filter((move) => move.startsWith(role))
    // An honest party proves and does not dispute: a proof needs no dispute to count.
    .filter((move) => !honest || !move.endsWith("dispute"))
    .map((move) => [move, Table.columnOf[move]] as const)

const moves = {
  honestP: columns("provider", true),
  honestR: columns("requester", true),
  lyingP: columns("provider", false),
  lyingR: columns("requester", false),
}

const statusOf = (row: number): string => DealStatus.table[Table.states[row]! % 100]!
const stateOf = (row: number): State.State => State.unpack(Table.states[row]!)
const ownCode = (row: number, role: "provider" | "requester"): number =>
  statusCode(stateOf(row)[role])

/** Everything that can happen next. */
export const successors = (w: World, setup: Setup, emit: Emit): void => {
  if (Channel.isIn(w, "Final") || (Channel.isIn(w, "None") && w.due === 1)) return
  speak(w, setup, emit)
  local(w, setup, emit)
  time(w, setup, emit)
  money(w, setup, emit)
  if (Channel.isIn(w, "None")) {
    const accepted = (row: number, role: "provider" | "requester") => ownCode(row, role) === 1
    const willing =
      (!setup.honestP || accepted(w.rowP, "provider")) &&
      (!setup.honestR || accepted(w.rowR, "requester"))
    if (willing) emit("P", "open", Channel.open(w, setup.rules))
    return
  }
  provider(w, setup, emit)
  requester(w, setup, emit)
}

// Own moves and their messages. Between two honest sides at most two messages are under way in each
// direction; the hash-linked inbox makes any channel a queue that may stand still.
const speak = (w: World, setup: Setup, emit: Emit): void => {
  const { step } = setup.rules
  const full = setup.inFlight === 1 ? 1 : 8
  if (setup.honestP)
    for (const [name, column] of moves.honestP) {
      const rowP = step(w.rowP, column)
      if (rowP === Table.rejected || rowP === w.rowP || w.toR >= full) continue
      const toR = setup.honestR ? queued(w.toR, ownCode(rowP, "provider")) : 0
      emit("P", name, { ...w, rowP, toR })
    }
  else if (setup.honestR)
    for (const [name, column] of moves.lyingP) say(w, step, "rowR", name, column, emit)
  if (setup.honestR)
    for (const [name, column] of moves.honestR) {
      const rowR = step(w.rowR, column)
      // A requester that has challenged signs no Active: it would exonerate.
      if (rowR === Table.rejected || rowR === w.rowR || w.toP >= full) continue
      if (w.challenged === 1 && name === "requester.activate") continue
      const toP = setup.honestP ? queued(w.toP, ownCode(rowR, "requester")) : 0
      emit("R", name, { ...w, rowR, toP })
    }
  else if (setup.honestP)
    for (const [name, column] of moves.lyingR) say(w, step, "rowP", name, column, emit)
  if (w.toR !== 0) {
    const move = Event.ofStatus("provider", w.toR % 8)!
    emit("N", "deliver", {
      ...w,
      toR: Math.floor(w.toR / 8),
      rowR: moved(step, w.rowR, Table.columnOf[move]),
    })
  }
  if (w.toP !== 0) {
    const move = Event.ofStatus("requester", w.toP % 8)!
    emit("N", "deliver", {
      ...w,
      toP: Math.floor(w.toP / 8),
      rowP: moved(step, w.rowP, Table.columnOf[move]),
    })
  }
}

const queued = (queue: number, status: number): number =>
  queue === 0 ? status : queue + 8 * status

const say = (
  w: World,
  step: Channel.Rules["step"],
  hearer: "rowP" | "rowR",
  name: string,
  column: number,
  emit: Emit,
): void => {
  const row = moved(step, w[hearer], column)
  if (row !== w[hearer]) emit(hearer === "rowP" ? "R" : "P", name, { ...w, [hearer]: row })
}

const localTimers = {
  rowP: ["requesterSilent", "lag", "cleared", "suspendExpired", "cap"],
  rowR: ["providerSilent", "suspendExpired", "cap"],
} as const

// Timers of one side's own clock: whenever armed they may ring, and they only move that side's row.
const local = (w: World, setup: Setup, emit: Emit): void => {
  const { step } = setup.rules
  for (const side of ["rowP", "rowR"] as const) {
    if (side === "rowP" ? !setup.honestP : !setup.honestR) continue
    for (const name of localTimers[side]) {
      if (name === "cleared" && w.holds < w.served) continue
      const row = moved(step, w[side], Table.columnOf[name])
      if (row !== w[side]) emit("T", name, { ...w, [side]: row })
    }
    if (w.ended === 1) {
      const row = moved(step, w[side], Table.columnOf.end)
      if (row !== w[side]) emit("T", "end", { ...w, [side]: row })
    }
  }
}

/** What an honest provider has done before a deadline passes: answered, claimed, proved its meter. */
const isObliged = (w: World, setup: Setup): boolean => {
  if (!setup.honestP || !setup.rules.answersInTime) return false
  if (Channel.isIn(w, "Challenged")) return true
  return w.paid < w.holds || Math.max(w.paid, w.metered) < w.meter
}

/** What time allows to anybody. */
const allowed = [
  ["expire", Channel.expire],
  ["convict", Channel.convict],
  ["lapse", Channel.lapse],
  ["finalize", Channel.finalize],
] as const

const time = (w: World, setup: Setup, emit: Emit): void => {
  if (Channel.isIn(w, "None")) {
    emit("T", "acceptExpired", Channel.logged({ ...w, due: 1 }, "acceptExpired", setup.rules))
    return
  }
  if (w.ended === 0) emit("T", "tEnd", { ...w, ended: 1 })
  if (w.notice === 1 && w.ended === 0) emit("T", "noticeMatures", { ...w, notice: 2 })
  if (!Channel.isIn(w, "Open") && w.due === 0 && !isObliged(w, setup))
    emit("T", "deadline", { ...w, due: 1 })
  for (const [name, submit] of allowed)
    if (!setup.rules.without.has(name)) emit("T", name, submit(w, setup.rules))
}

// Service, vouchers and co-signed meters.
const money = (w: World, setup: Setup, emit: Emit): void => {
  if (!Channel.isOpened(w)) return
  if (w.served < setup.levels && canServe(w, setup))
    emit("P", "serve", { ...w, served: w.served + 1 })
  const signable = setup.honestR && setup.rules.signsServed ? w.served : setup.levels
  if (w.signed < signable) {
    const signed = w.signed + 1
    emit("R", "sign", { ...w, signed, holds: setup.honestP && setup.honestR ? w.holds : signed })
  }
  if (w.holds < w.signed) emit("N", "deliverVoucher", { ...w, holds: w.signed })
  const metered = setup.honestP || setup.honestR ? w.served : setup.levels
  if (w.meter < metered) emit("R", "cosign", { ...w, meter: w.meter + 1 })
}

// IPSX-PAY-008: an honest provider forwards one level beyond what is signed, the lag, and no more.
const canServe = (w: World, setup: Setup): boolean => {
  const active = (row: number): boolean => statusOf(row) === "Active"
  if (setup.honestR && !active(w.rowR)) return false
  if (!setup.honestP) return setup.honestR
  return (
    active(w.rowP) &&
    Channel.isIn(w, "Open") &&
    w.ended === 0 &&
    w.served < Math.max(w.holds, setup.prepaid) + 1
  )
}

const provider = (w: World, setup: Setup, emit: Emit): void => {
  const honest = setup.honestP
  if (w.holds > w.paid) emit("P", "claim", Channel.claim(w, w.holds))
  emit("P", "answer", Channel.answer(w, setup.rules))
  emit("P", "proveMeter", Channel.proveMeter(w))
  emit("P", "giveNotice", Channel.giveNotice(w))
  const excused = w.notice === 2 || w.stopR === 1 || w.lagged === 1 || w.ended === 1
  if (!honest || excused) emit("P", "stopProvider", Channel.stopProvider(w, setup.rules))
  for (let level = w.paid + 1; level <= setup.levels; level++) {
    // An honest provider demands once, and no more than one level beyond what it served.
    const spent = setup.rules.demandsOnce && w.met > 0
    if (honest && (spent || level > Math.max(w.served, w.paid + 1))) continue
    emit("P", "demand", Channel.demand(w, level))
  }
  for (let level = w.paid; level <= setup.levels; level++)
    emit("P", "settle", agreed(w, setup, level))
  if (!setup.honestR) {
    emit("P", "proveRequesterEquivocation", Channel.proveEquivocation(w, "eqR"))
    emit("P", "proveService", Channel.proveService(w))
  }
  if (!honest) emit("P", "disputeProvider", Channel.dispute(w, "dispP", setup.rules))
}

// Both have to sign: an honest provider nothing below what it holds or far below what it served, an honest
// requester nothing above what it used or owes anyway.
const agreed = (w: World, setup: Setup, level: number): World | undefined => {
  if (setup.honestP && (level < w.holds || level < w.served - 1 || level < w.meter))
    return undefined
  const owed = Math.max(w.served, w.signed, w.paid, setup.prepaid)
  return setup.honestR && level > owed ? undefined : Channel.settle(w, level, setup.rules)
}

const requester = (w: World, setup: Setup, emit: Emit): void => {
  const honest = setup.honestR
  emit("R", "stopRequester", Channel.stopRequester(w, setup.rules))
  emit("R", "challenge", Channel.challenge(w))
  // A demand is met by a claim on the requester's own voucher; an honest one pays only what it used.
  for (let level = Math.max(1, w.demanded); level <= setup.levels; level++)
    if (w.demanded > 0 && (!honest || level <= w.served))
      emit(
        "R",
        "meet",
        Channel.claim(
          { ...w, signed: Math.max(w.signed, level), holds: Math.max(w.holds, level) },
          level,
        ),
      )
  if (!setup.honestP) emit("R", "proveProviderEquivocation", Channel.proveEquivocation(w, "eqP"))
  if (!honest) emit("R", "disputeRequester", Channel.dispute(w, "dispR", setup.rules))
}
