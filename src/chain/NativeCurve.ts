// The same curve from the native library libsecp256k1, and keccak from WebAssembly: ten times as fast as JavaScript
// and byte-identical.
// It stands here and not with the signatures because those run in a browser too.
import { createRequire } from "node:module"
import { noble, type Curve } from "../signature/Curve.ts"
import * as Keccak from "../signature/Keccak.ts"

interface Native {
  readonly publicKeyCreate: (privateKey: Uint8Array, compressed: boolean) => Uint8Array
  readonly ecdsaSign: (
    digest: Uint8Array,
    privateKey: Uint8Array,
  ) => { readonly signature: Uint8Array; readonly recid: number }
  readonly ecdsaRecover: (
    signature: Uint8Array,
    recovery: number,
    digest: Uint8Array,
    compressed: boolean,
  ) => Uint8Array
}

/**
 * The native curve, or undefined where the optional package `secp256k1` or its binary is missing.
 *
 * @example
 * const curve = NativeCurve.load() ?? Curve.noble
 */
export const load = (): Curve | undefined => {
  const native = binding()
  if (native === undefined) return undefined
  return {
    name: "secp256k1",
    keccak: Keccak.load() ?? noble.keccak,
    publicKey: (privateKey) => native.publicKeyCreate(privateKey, false),
    sign: (digest, privateKey) => {
      const { signature, recid } = native.ecdsaSign(digest, privateKey)
      return { compact: signature, recovery: recid }
    },
    recover: (digest, { compact, recovery }) => {
      try {
        return native.ecdsaRecover(compact, recovery, digest, false)
      } catch {
        return undefined
      }
    },
  }
}

/** The native curve where there is one, else the pure one: both give the same bytes. */
export const fastest = (): Curve => load() ?? noble

// The package's main module falls back to slow JavaScript by itself; its bindings do not.
const binding = (): Native | undefined => {
  try {
    return createRequire(import.meta.url)("secp256k1/bindings.js") as Native
  } catch {
    return undefined
  }
}
