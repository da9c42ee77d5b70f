#!/bin/sh
# A million rows through `classify`: time and peak memory.
# usage: benches/million.sh [CSV]     needs python3 and /usr/bin/time (Debian package time)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
csv=${1:-$root/../shared/data/appeals/perm_dev.csv}
[ -e "$csv" ] || { echo "skipped: $csv is not here"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 - "$csv" "$folder/million.csv" <<'PY'
import csv, itertools, sys
with open(sys.argv[1], encoding="utf-8", newline="") as source, open(sys.argv[2], "w", encoding="utf-8", newline="") as target:
    rows = list(csv.reader(source))
    writer = csv.writer(target)
    writer.writerow(rows[0])
    writer.writerows(itertools.islice(itertools.cycle(rows[1:]), 1_000_000))
PY
ls -l "$folder/million.csv" | awk '{printf "%.0f MB of CSV\n", $5 / 1e6}'
for jobs in 1 2; do
    /usr/bin/time -f "jobs $jobs: %e s, %M KB at the most" \
        "${QULAQ:-$root/target/release/qulaq}" classify "$folder/million.csv" --jobs $jobs --output "$folder/out.csv" --quiet
done
awk 'END { print NR - 1, "lines written" }' "$folder/out.csv"
