#!/usr/bin/env bash
# Makes 2,000 manifests (400 apps of five objects in 20 namespaces) and measures `kedastack check` on them.
# Usage: benchmarks/manifests.sh [number of apps]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
apps=${1:-400}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for ((i = 0; i < apps; i++)); do
    cat "$root"/tests/Scenarios/files-app/k8s/app.yaml <(echo ---) "$root"/tests/Scenarios/files-app/k8s/scaling.yaml |
        sed -e "s/web/web$i/g" -e "s/namespace: shop/namespace: shop$((i % 20))/" |
        awk -v folder="$folder" -v app="$i" 'BEGIN { n = 0 } /^---$/ { n++; next } { print > (folder "/app" app "-" n ".yaml") }'
done
"$root/kedastack" check "$folder" >/dev/null || true # builds, and warms the file cache
echo "$(find "$folder" -name '*.yaml' | wc -l) manifests:"
time "$root/kedastack" check "$folder" | tail -n 1
