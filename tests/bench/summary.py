"""The benchmarks' figures in one table and one file.

usage: summary.py BUILD      reads BUILD/bench_parts.json and bench_runs.json, writes BUILD/bench.json

The least of all repetitions counts: other work on a machine can only slow a run down. Plain loops
are timed and compared by processor time.
"""

import json
import pathlib
import platform
import subprocess
import sys


def machine():
    """What the figures were measured on."""
    about = {"system": platform.platform(), "cores": 0, "processor": "", "memory_gib": 0.0}
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            about["processor"] = line.split(":", 1)[1].strip()
            about["cores"] += 1
    for line in pathlib.Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemTotal"):
            about["memory_gib"] = round(int(line.split()[1]) / 2**20, 1)
    return about


def version():
    """The commit that was measured, with a + where files differ from it."""
    told = subprocess.run(["git", "describe", "--always", "--dirty=+"], capture_output=True, text=True)
    return told.stdout.strip()


def least(path):
    """Of each benchmark the repetition with the least time, by name."""
    rows = {}
    for run in json.loads(path.read_text())["benchmarks"]:
        if run["run_type"] != "iteration" or run.get("error_occurred"):
            continue
        run["run_name"] = name = "/".join(
            part for part in run["run_name"].split("/")
            if not part.startswith(("iterations:", "repeats:", "real_time", "manual_time")))
        if name not in rows or run["real_time"] < rows[name]["real_time"]:
            rows[name] = run
    return rows


def figure(run):
    """One row: name, label, what was timed in words of its counters."""
    row = {"name": run["run_name"], "label": run.get("label", "")}
    for counter, key in [("time/student-day", "ns_per_student_day"),
                         ("time/student-day/core", "ns_per_student_day_and_core"),
                         ("processor time/student-day", "processor_ns_per_student_day")]:
        if counter in run:
            row[key] = round(run[counter] * 1e9, 2)
    if "MiB" in run:
        row["mib"] = round(run["MiB"], 1)
    if "time/student" in run:
        row["us_per_student"] = round(run["time/student"] * 1e6, 3)
    row["ms"] = round(run["real_time"] * {"ns": 1e-6, "us": 1e-3, "ms": 1, "s": 1e3}[run["time_unit"]], 3)
    return row


def main(build):
    parts, runs = (least(build / f"bench_{k}.json") for k in ("parts", "runs"))
    yardstick = figure(runs["plain_loops"])["ns_per_student_day_and_core"]
    result = {"version": version(), "machine": machine(),
              "yardstick_ns_per_student_day": yardstick,
              "whole_runs": [figure(r) for r in runs.values()],
              "parts_of_a_day": [figure(r) for r in parts.values()]}
    for row in result["whole_runs"]:
        if "processor_ns_per_student_day" in row:
            row["plain_loops_over_this"] = round(yardstick / row["processor_ns_per_student_day"], 2)
    (build / "bench.json").write_text(json.dumps(result, indent=1) + "\n")
    print(f"\n{result['machine']['processor']}, {result['machine']['cores']} cores; {result['version']}")
    print(f"{'':44} {'ns/student-day':>15} {'processor':>10} {'MiB':>7} {'plain loops take':>17}")
    for row in result["whole_runs"] + result["parts_of_a_day"]:
        name = f"{row['name'].split('/')[0]} {row['label']}".strip()
        if "threads:" in row["name"]:
            name += ", threads " + row["name"].split("threads:")[1].split("/")[0]
        ns = row.get("ns_per_student_day_and_core", row.get("ns_per_student_day"))
        shown = f"{ns:15.1f}" if ns is not None else f"{row['ms']:12.3f} ms"
        cpu = f"{row['processor_ns_per_student_day']:10.1f}" if "processor_ns_per_student_day" in row else ""
        ratio = f"{row['plain_loops_over_this']:.1f} times" if "plain_loops_over_this" in row else ""
        mib = f"{row['mib']:.0f}" if "mib" in row else ""
        print(f"{name[:44]:44} {shown} {cpu:>10} {mib:>7} {ratio:>17}".rstrip())
    print(f"\nAll figures: {build / 'bench.json'}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
