// `ipsx key`: makes a wallet's key.
import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import * as Effect from "effect/Effect"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx key FILE

Makes a private key, writes it to FILE as a Web3 keystore of version 3, encrypted with the password in the
environment variable ${Live.passwordVariable}, and prints its address. A file that is there is not overwritten.
`

const run = (terminal: Terminal, file: string): Promise<number> =>
  Live.run(
    terminal,
    Effect.gen(function* () {
      const [Keystore, Signed, Curve] = yield* Effect.promise(() =>
        Promise.all([
          import("../../../src/live/Keystore.ts"),
          import("../../../src/signature/Signed.ts"),
          import("../../../src/signature/Curve.ts"),
        ]),
      )
      const password = Live.password()
      if (password === undefined || password === "")
        return yield* Effect.fail({ message: `${Live.passwordVariable}: expected a password` })
      if (existsSync(file)) return yield* Effect.fail({ message: `${file} is there already` })
      const key = randomBytes(32)
      yield* Keystore.create(file, key, password, Keystore.standard)
      terminal.out(`${Signed.address(Curve.noble, key)}\n`)
      return undefined
    }),
  )

export const command = Command.make({
  name: "key",
  operands: "FILE",
  about: "make a wallet's key",
  help,
  read: (args) => Command.oneOf("key", "FILE", args),
  run: ({ terminal }, file) => run(terminal, file),
})
