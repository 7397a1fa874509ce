#!/usr/bin/env bash
# Makes a stack of 200 workloads in 20 namespaces and measures `kedastack preview` of it.
# Usage: benchmarks/workloads.sh [number of workloads]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
workloads=${1:-200}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$root/Pulumi.yaml" "$root/Pulumi.dev.yaml" "$folder"
{
    echo '  workloads:'
    for ((i = 0; i < workloads; i++)); do
        cat <<END
    - name: web$i
      namespace: shop$((i % 20))
      target: Deployment/web$i
      query: sum(rate(http_requests_total{job="web$i"}[2m]))
      threshold: 80
      maxReplicaCount: 40
      scrape: { port: metrics, path: /metrics, interval: 30s }
END
    done
} >>"$folder/Pulumi.dev.yaml"
cd "$folder"
"$root/kedastack" preview >/dev/null # builds, and warms the file cache
echo "$workloads workloads:"
time "$root/kedastack" preview | tail -n 1
