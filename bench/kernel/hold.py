# The hold model in SimPy (Debian's python3-simpy, version 2.3.1): so many processes that sleep for a drawn time, again
# and again. Prints the seconds of processor time and the moment of the last event, which the others have to reach too.
import json
import sys
import time

from SimPy.Simulation import Process, activate, hold, initialize, now, simulate, stopSimulation

processes, events = int(sys.argv[1]), int(sys.argv[2])
state = {"drawn": 12345, "count": 0}


def delay():
    state["drawn"] = (1103515245 * state["drawn"] + 12345) & 0x7FFFFFFF
    return state["drawn"] % 1000 + 1


class Sleeper(Process):
    def run(self):
        while True:
            yield hold, self, delay()
            state["count"] += 1
            if state["count"] == events:
                stopSimulation()


initialize()
for _ in range(processes):
    sleeper = Sleeper()
    activate(sleeper, sleeper.run(), at=0)
began = time.process_time()
simulate(until=10**12)
print(json.dumps({"seconds": time.process_time() - began, "now": int(now())}))
