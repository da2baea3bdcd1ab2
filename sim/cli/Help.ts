// What the program says about itself.

export type Topic = "run" | "report" | "replay" | "validate"

export const overview = `ipsx: simulate a market of internet addresses, and check every step of it

  ipsx run SCENARIO       run a scenario and say what came of it
  ipsx validate SCENARIO… check scenarios without running them
  ipsx report DIR         rebuild the report of a run
  ipsx replay DIR         run a run again and compare its hashes

  ipsx COMMAND --help     says more about one of them
  ipsx --version

Exit codes: 0 all is well; 1 an invariant or an expectation failed; 2 bad usage or input. A run that
is stopped by Ctrl-C keeps what it has, marked as partial, and exits by what it found until then; a second Ctrl-C leaves at once, with 130.
`

export const topics: Readonly<Record<Topic, string>> = {
  run: `ipsx run SCENARIO [options]

Runs one scenario (a YAML file) and prints what came of it.

  --seed N              another seed than the scenario's
  --chain memory|anvil|URL
                        where the money lives: in this process, on a chain of its own
                        in a real EVM, or on the node at URL
  --tunnel null         the tunnels that carry the traffic; null carries none
  --out DIR             keep the results: summary.json, report.html, tables, and a
                        copy of the scenario that can be replayed
  --set key.path=value  change one value of the scenario; may be given many times
  --format text|json    json prints the summary, and nothing else, on standard output
  --trace               write every event to trace.ndjson (with --out)
  --no-progress         no progress bar

A node at a URL must be a fresh one that leaves its blocks to the run, and stand before the epoch of
the scenario (1767225600 unless it says otherwise):

  anvil --no-mining --auto-impersonate --block-base-fee-per-gas 0 \\
    --gas-limit 1000000000000 --timestamp 1767225000
`,
  report: `ipsx report DIR

Rebuilds DIR/report.html out of the results of a run.
`,
  replay: `ipsx replay DIR

Runs the run of DIR again, from its own copy of the scenario, and compares the hashes of the
trace, of the final state and of the last block.
`,
  validate: `ipsx validate SCENARIO…

Checks scenarios, and says for everything that is wrong where it is and what was expected.
`,
}
