// Waits until a peer has shaken hands. WireGuard repeats an initiation that was lost only after five seconds, so the side
// that begins may begin anew before that.
import { setTimeout as pause } from "node:timers/promises"
import type { Device } from "./Device.ts"

export class Handshake {
  readonly #device: Device
  readonly #peer: string
  readonly #signal: AbortSignal

  constructor(device: Device, peer: string, signal: AbortSignal) {
    this.#device = device
    this.#peer = peer
    this.#signal = signal
  }

  /** @throws when the signal is aborted first. */
  async done(again?: () => Promise<void>): Promise<void> {
    let next = performance.now() + 150
    for (let wait = 150; ;) {
      const transfer = (await this.#device.control.transfers()).get(this.#peer)
      if (transfer !== undefined && transfer.handshake > 0) return
      if (this.#signal.aborted) throw new Error("no handshake in time")
      await pause(5)
      if (again === undefined || performance.now() < next) continue
      await again()
      wait *= 2
      next = performance.now() + wait
    }
  }
}
