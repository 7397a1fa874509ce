#!/usr/bin/env bash
# Measures how long commands take beside those of an earlier commit, in turns: medians of both on the clock, and of the ratios of the pairs.
# Usage: benchmarks/starts.sh [commit] [pairs]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
commit=${1:-7ef8bfd}
pairs=${2:-15}
before=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$before"' EXIT
git -C "$root" worktree add --quiet --detach "$before" "$commit"
for checkout in "$before" "$root"; do
    dotnet build "$checkout/cli" --verbosity quiet --nologo -p:RunAnalyzers=false >/dev/null
done
python3 - "$before" "$root" "$pairs" <<'END'
import statistics
import subprocess
import sys
import time

before, now, pairs = sys.argv[1], sys.argv[2], int(sys.argv[3])
EXAMPLE = f"{now}/tests/Scenarios/explain-scaled-object/scaledobject.yaml"


def seconds(checkout, words):
    begin = time.perf_counter()
    subprocess.run(["dotnet", f"{checkout}/cli/bin/Debug/net10.0/kedastack.dll", *words], cwd=checkout, capture_output=True, check=True)
    return time.perf_counter() - begin


for command in ("preview", "preview --json", "explain --value 45", f"explain --scaled-object {EXAMPLE} --value 250", "simulate --traffic demo"):
    words = command.split()
    times = [(seconds(before, words), seconds(now, words)) for _ in range(pairs + 1)][1:]
    first, second = (statistics.median(column) for column in zip(*times))
    print(f"{first:.2f} s  {second:.2f} s  {statistics.median(b / a for a, b in times):.2f}  {command.replace(now + '/', '')}")
END
