"""Runs whole processes in turn and prints what they took, as ratios of medians of the same run."""
import os
import statistics
import subprocess
import sys
import time


def timed(command, cwd, env):
    """Runs a command as a whole process: wall seconds and the peak megabytes of that process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode != 0:
        sys.stdout.write(output.decode(errors="replace")[-4000:])
        raise SystemExit("failed: " + " ".join(map(str, command)))
    return seconds, usage.ru_maxrss / 1024


class Series:
    """Holds what one of the compared commands took."""

    def __init__(self, prepare):
        self.prepare = prepare
        self.seconds = []
        self.peak = 0

    def run(self, counted):
        seconds, peak = timed(*self.prepare())
        if counted:
            self.seconds.append(seconds)
            self.peak = max(self.peak, peak)

    def median(self):
        return statistics.median(self.seconds)

    def __str__(self):
        return "%.2f s (%.2f-%.2f)" % (self.median(), min(self.seconds), max(self.seconds))


def turns(prepared, runs, warmup=0):
    """Runs each in turn, so that what the machine does meanwhile falls on all; gives a series for each name."""
    series = {name: Series(prepare) for name, prepare in prepared.items()}
    for number in range(warmup + runs):
        for one in series.values():
            one.run(number >= warmup)
    return series


def report(title, series, *ratios):
    """Prints the medians, the ratios of two of them, and the peak memory of the first."""
    first = next(iter(series.values()))
    parts = ["%s %s" % (name, one) for name, one in series.items()]
    parts += ["%s %.2f" % ratio for ratio in ratios]
    print("%-36s %s, peak %d MB" % (title, ", ".join(parts), first.peak), flush=True)
