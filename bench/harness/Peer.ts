// The peers that `bench/package.json` brings. They are loaded by name, so that neither the types nor the tests of
// the repository need them.
import { createRequire } from "node:module"
import { pathToFileURL } from "node:url"
import { join } from "node:path"

const require = createRequire(join(import.meta.dirname, "../package.json"))

/**
 * A peer's module and its version.
 *
 * @throws Error that says what to do when it is not installed.
 * @example
 * const { module, name } = await Peer.load<{ Sim: … }>("simjs") // name: "simjs 2.0.3"
 */
export const load = async <M>(
  name: string,
): Promise<{ readonly module: M; readonly name: string }> => {
  try {
    const { version } = (await import(
      pathToFileURL(join(import.meta.dirname, "../node_modules", name, "package.json")).href,
      { with: { type: "json" } }
    ).then((json) => json.default)) as { version: string }
    const module = (await import(pathToFileURL(require.resolve(name)).href)) as M
    return { module, name: `${name} ${version}` }
  } catch (error) {
    throw new Error(`the peer ${name} is not there: npm ci --prefix bench`, { cause: error })
  }
}
