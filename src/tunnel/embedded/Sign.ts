// IPSX-TUN-073, a sign of life: the eight bytes of an HTTP/2 PING, in which each end tells the other what it has received so far, and
// the provider's whether its gate is open. So heartbeat, meter and gate need no stream of their own.

export interface Sign {
  readonly isOpen: boolean
  /** The other end shall answer with its own sign at once. */
  readonly asks: boolean
  /** Bytes received; 48 bits, 281 terabytes. */
  readonly received: number
}

const receivedMax = 2 ** 48 - 1

export const encode = ({ isOpen, asks, received }: Sign): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes[0] = (isOpen ? 1 : 0) | (asks ? 2 : 0)
  bytes.writeUIntBE(Math.min(received, receivedMax), 2, 6)
  return bytes
}

export const decode = (bytes: Buffer): Sign => ({
  isOpen: (bytes[0]! & 1) !== 0,
  asks: (bytes[0]! & 2) !== 0,
  received: bytes.readUIntBE(2, 6),
})
