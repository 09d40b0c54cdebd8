#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the engine's benchmarks, runs them with the peers that are installed, and writes the results beside their
# targets, missed ones included, with every raw value below. Needs a quiet machine: the load is recorded before and after.
#   run.sh [--quick] [--dir DIR]
# --quick: small sizes, to check that everything runs; the table goes into the build folder, RESULTS.md is unchanged.
# --dir: where the stores are created and removed again; default: /var/tmp.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../.." && pwd)
build=$project/build/release
programs=$build/tests/bench
traces=$project/../shared/traces # as tests/cache/CMakeLists.txt has it
caffeine=/usr/share/java/caffeine.jar

directory=/var/tmp
results=$here/RESULTS.md
sizes=full
while [ $# -gt 0 ]; do
    case $1 in
    --quick) sizes=quick results=$programs/RESULTS-quick.md ;;
    --dir) directory=${2:?--dir needs a directory} && shift ;;
    *) sed -n '3,8s/^# //p' "$0" >&2 && exit 2 ;;
    esac
    shift
done
if [ $sizes = quick ]; then
    memory=(1 200000) shrink=(256) disk_small=2000 disk_large=20000 open=50000 java=(1 200000) most_requests=150000
else
    memory=(5 2000000) shrink=(1024) disk_small=20000 disk_large=200000 open=1000000 java=(5 2000000)
    most_requests=100000000
fi

raw=$(mktemp -d)
stores=$(mktemp -d "$directory/manometer-bench-XXXXXX")
trap 'rm -rf "$raw" "$stores"' EXIT
failures=()
skipped=()

# run NAME COMMAND...: its output goes into the file NAME; a failure loses only its own rows.
run() {
    local name=$1
    shift
    echo "== $name: ${*##*/}" >&2
    if ! "$@" >"$raw/$name" 2>"$raw/errors"; then
        failures+=("$name: $(tail -n 1 "$raw/errors")")
        echo "   failed: $(tail -n 1 "$raw/errors")" >&2
    fi
}

skip() {
    skipped+=("$1")
    echo "== skipped: $1" >&2
}

# value NAME FIGURE: empty if it was not measured.
value() {
    [ ! -f "$raw/$1" ] || sed -n "s/^$2=//p" "$raw/$1" | tail -n 1
}

# calculate EXPRESSION VALUE...: the awk expression with the values as $1, $2 …; empty if one of them is empty.
calculate() {
    local expression=$1 each
    shift
    for each in "$@"; do
        [ -n "$each" ] || return 0
    done
    echo "$*" | awk "{ printf \"%.3f\", $expression }"
}

missed=0
unmeasured=0
table=$raw/table.md

# row WHAT OURS PEER RATIO at-least|at-most TARGET: compares the ratio, or our value if there is none, with TARGET.
row() {
    local what=$1 ours=$2 peer=$3 ratio=$4 sense=$5 target=$6 decides holds sign='≥'
    [ "$sense" = at-least ] || sign='≤'
    decides=$ratio
    [ "$ratio" != - ] || decides=$ours
    if [ -z "$decides" ]; then
        holds='not measured' unmeasured=$((unmeasured + 1))
    elif awk -v value="$decides" -v target="$target" -v sense="$sense" \
        'BEGIN { exit !(sense == "at-least" ? value >= target : value <= target) }'; then
        holds=yes
    else
        holds='**missed**' missed=$((missed + 1))
    fi
    echo "| $what | ${ours:-–} | ${peer:-–} | ${ratio:-–} | $sign $target | $holds |" >>"$table"
}

# versus WHAT OURS PEER TARGET: the ratio is OURS / PEER.
# shellcheck disable=SC2016 # the expression is awk's
versus() {
    row "$1" "$2" "$3" "$(calculate '$1 / $2' "$2" "$3")" at-least "$4"
}

# Miss ratios of recorded traces beside those of a reference simulator; from 200 entries on, as smaller caches are not
# used in practice.
run_traces() {
    if [ ! -f "$traces/oracle.csv" ]; then
        skip "bench_trace: no traces in $traces"
        return
    fi
    local trace policy entries requests reference ours
    echo "== traces" >&2
    {
        echo '| trace | entries | ours | reference S3-FIFO | difference |'
        echo '|---|---:|---:|---:|---:|'
        while IFS=, read -r trace policy entries requests reference; do
            if [ "$policy" != S3-FIFO ] || [ "$entries" -lt 200 ] || [ "$requests" -gt "$most_requests" ]; then
                continue
            fi
            ours=$("$programs/bench_trace" "$traces/$trace.txt.zst" --entries "$entries" |
                sed 's/.*miss_ratio=//' || true)
            if [ -z "$ours" ]; then
                echo "bench_trace could not read $trace" >&2
                continue
            fi
            echo "$trace $entries $ours $reference" | awk '{
                printf "| %s | %d | %.4f | %.4f | %+.4f |\n", $1, $2, $3, $4, $3 - $4 }'
        done < <(tail -n +2 "$traces/oracle.csv" | tr -d '\r')
    } >"$raw/trace-cells"
    awk -F'|' 'NR > 2 { sum += $6; if ($6 > worst) worst = $6; ++cells }
        END { if (cells)
            printf "cells=%d\nmean_difference=%+.5f\nworst_difference=%+.5f\n", cells, sum / cells, worst }' \
        "$raw/trace-cells" >"$raw/bench_trace"
}

run_diskcache() {
    local python='' candidate size
    for candidate in python3 /usr/bin/python3; do
        [ -n "$python" ] || ! "$candidate" -c 'import diskcache' 2>/dev/null || python=$candidate
    done
    if [ -z "$python" ]; then
        skip 'diskcache: python3-diskcache is not installed'
        return
    fi
    for size in "$disk_small" "$disk_large"; do
        "$programs/bench_disk" --dump "$raw/values" "$size"
        run "diskcache_$size" "$python" "$here/diskcache_peer.py" "$raw/values" --dir "$stores"
        rm -f "$raw/values"
    done
}

run_caffeine() {
    if [ ! -f "$caffeine" ] || ! command -v java >/dev/null || ! command -v javac >/dev/null; then
        skip 'Caffeine: libcaffeine-java or a JDK is not installed'
        return
    fi
    run caffeine_build javac -cp "$caffeine" -d "$raw/classes" "$here/CaffeinePeer.java"
    run caffeine java -Xms1g -Xmx1g -cp "$caffeine:$raw/classes" CaffeinePeer "${java[@]}"
    # The variant that uses only one processor for a single thread's gets.
    run caffeine_inline java -Xms1g -Xmx1g -XX:+UseParallelGC -cp "$caffeine:$raw/classes" CaffeinePeer "${java[@]}" \
        inline
}

build_programs() {
    (cd "$project" && cmake --preset release -DMANOMETER_BENCHMARKS=ON) >&2
    (cd "$project" && cmake --build --preset release --target \
        bench_trace bench_memory bench_batch bench_miss bench_shrink bench_disk bench_open bench_get bench_browse bench_api \
        manometerd) >&2
}

# The time of a cut per evicted GiB.
# shellcheck disable=SC2016 # the expression is awk's
cut_per_gib() {
    calculate '$1 / ($2 / 1073741824)' "$(value bench_shrink "cut$1_took_ms")" \
        "$(value bench_shrink "cut$1_evicted_bytes")"
}

# beside WHAT FIGURE PEER'S-FIGURE RATIO SENSE TARGET: figures of bench_memory, which computes the ratio round by round,
# so that a disturbance affects both sides.
beside() {
    row "$1" "$(value bench_memory "$2")" "$(value bench_memory "$3")" "$(value bench_memory "$4")" "$5" "$6"
}

# Of 64 keys, beside single gets of the same run, and Caffeine.
batch_rows() {
    local threads ours b=bench_batch
    for threads in 1 2; do
        ours=$(value $b "tier_many64_${threads}t_mops")
        row "getMany of 64, memory tier, $threads thread(s), Mops, single gets" "$ours" \
            "$(value $b "tier_single_${threads}t_mops")" "$(value $b "ratio_tier_many64_${threads}t")" at-least 2.5
        row "getMany of 64, whole cache, $threads thread(s), Mops, single gets" \
            "$(value $b "cache_many64_${threads}t_mops")" "$(value $b "cache_single_${threads}t_mops")" \
            "$(value $b "ratio_cache_many64_${threads}t")" at-least 2.5
        versus "getMany of 64, memory tier, $threads thread(s), Mops, Caffeine's get" "$ours" \
            "$(value caffeine "caffeine_get_${threads}t_mops")" 2
        versus "getMany of 64, memory tier, $threads thread(s), Mops, Caffeine's getAllPresent" "$ours" \
            "$(value caffeine "caffeine_many64_${threads}t_mops")" 3
    done
}

# shellcheck disable=SC2016 # the expression is awk's
memory_rows() {
    local threads what ours peer
    beside 'get, 2 threads, Mops, QCache' ours_get_2t_mops qcache_get_2t_mops ratio_get_2t_to_qcache at-least 5
    beside 'get, 2 threads to 1, Mops' ours_get_2t_mops ours_get_1t_mops ratio_get_2t_to_1t at-least 1.7
    beside 'get, 1 thread, Mops, QCache' ours_get_1t_mops qcache_get_1t_mops ratio_get_1t_to_qcache at-least 2.2
    beside 'CPU a get, ns, bare table' ours_get_1t_cpu_ns bare_get_1t_cpu_ns ratio_get_cpu_to_bare at-most 1.75
    beside '95/5, 2 threads, Mops, QCache' ours_mixed_2t_mops qcache_mixed_2t_mops ratio_mixed_2t_to_qcache at-least 4
    beside 'put, 1 thread, Mops, QCache' ours_put_1t_mops qcache_put_1t_mops ratio_put_1t_to_qcache at-least 2
    beside 'put, 2 threads, Mops, QCache' ours_put_2t_mops qcache_put_2t_mops ratio_put_2t_to_qcache at-least 2
    for what in get mixed; do
        for threads in 1 2; do
            ours=$(value bench_memory "ours_${what}_${threads}t_mops")
            peer=$(value caffeine "caffeine_${what}_${threads}t_mops")
            versus "${what/mixed/95\/5}, $threads thread(s), Mops, Caffeine" "$ours" "$peer" 1.5
        done
        ours=$(value bench_memory "ours_${what}_1t_cpu_ns")
        peer=$(value caffeine "caffeine_${what}_1t_cpu_ns")
        row "CPU a ${what/mixed/95\/5}, all threads, ns, Caffeine" "$ours" "$peer" \
            "$(calculate '$1 / $2' "$ours" "$peer")" at-most 0.67
        ours=$(value bench_memory "ours_${what}_1t_mops")
        peer=$(value caffeine_inline "caffeine_inline_${what}_1t_mops")
        versus "${what/mixed/95\/5}, 1 thread and no other, Mops, Caffeine" "$ours" "$peer" 1.5
    done
    batch_rows
    row 'RSS per payload byte' "$(value bench_memory rss_per_payload)" - - at-most 1.15
    row 'CPU a miss, ns, with entries that pressure evicted, and without' "$(value bench_miss miss_after_cut_ns)" \
        "$(value bench_miss miss_ns)" "$(value bench_miss ratio_miss_after_cut)" at-most 1.03
}

shrink_rows() {
    local s=bench_shrink cut
    row 'cut by 25 %: returned to the system within 100 ms' "$(value $s cut25_returned_100ms_ratio)" - - at-least 0.95
    for cut in 50 95; do
        row "cut by $cut %: ms a GiB evicted" "$(cut_per_gib $cut)" - - at-most 150
    done
    for cut in 25 50 95; do
        row "cut by $cut %: reader p99.9, µs" "$(value $s cut${cut}_reader_p999_us)" - - at-most 20
        row "cut by $cut %: reader max, µs" "$(value $s cut${cut}_reader_max_us)" - - at-most 1000
        row "cut by $cut %: resident of the new limit" "$(value $s cut${cut}_resident_of_new_limit)" - - at-least 0.97
    done
}

api_rows() {
    local a=bench_api
    row 'API: /api/cache/stats over TCP, 16 connections, a second' "$(value $a stats_tcp_per_s)" - - at-least 30000
    row 'API: the same, p99, ms' "$(value $a stats_tcp_p99_ms)" - - at-most 5
    row 'API: look-ups of 256 entries, entries a second' "$(value $a lookup_entries_per_s)" - - at-least 300000
    row 'API: /healthz beside them, p99, ms' "$(value $a health_beside_p99_ms)" - - at-most 5
    row 'API: 50 idle streams, KiB' \
        "$(calculate '$1 - $2' "$(value $a streams_rss_kib)" "$(value $a idle_rss_kib)")" - - at-most 2048
    row 'manometerd at rest: RSS, KiB' "$(value $a idle_rss_kib)" - - at-most 16384
    row 'manometerd at rest: CPU, %' "$(value $a idle_cpu_percent)" - - at-most 0.1
}

# disk_rows ENTRIES TIMES: TIMES is the target ratio of gets to diskcache.
disk_rows() {
    local size=$1 times=$2 d=bench_disk_$1 p=diskcache_$1 kind what
    versus "disk get, $size entries, ops/s, diskcache" "$(value "$d" disk_get_ops_1)" \
        "$(value "$p" diskcache_get_ops)" "$times"
    versus "disk get, 2 readers to 1, $size entries, ops/s" "$(value "$d" disk_get_ops_2)" \
        "$(value "$d" disk_get_ops_1)" 1.6
    versus "disk put in groups, $size entries, ops/s, diskcache" "$(value "$d" disk_put_ops)" \
        "$(value "$p" diskcache_batch_put_ops)" 3
    row "put() call, mean, µs, $size entries" "$(value "$d" put_call_mean_us)" - - at-most 3
    row "put() call, p99, µs, $size entries" "$(value "$d" put_call_p99_us)" - - at-most 10
    row "file bytes to raw bytes, $size entries" "$(value "$d" file_bytes)" "$(value "$d" raw_bytes)" \
        "$(value "$d" size_ratio)" at-most 0.35
    for kind in cleanup cleanup_scattered; do
        what=clean-up
        [ $kind = cleanup ] || what='clean-up with scattered oldest entries'
        row "$what, by a fifth of the bytes, s, $size entries" "$(value "$d" "${kind}_seconds")" - - at-most 0.5
        row "$what: longest get meanwhile, ms, $size entries" "$(value "$d" "${kind}_get_max_ms")" - - at-most 10
    done
}

other_rows() {
    local files
    row "open, warm, to the first get, ms, $open entries" "$(value bench_open open_warm_first_get_ms)" - - at-most 50
    row "open, cold, to the first get, ms, $open entries" "$(value bench_open open_cold_first_get_ms)" - - at-most 50
    row "open after a kill, ms, $open entries" "$(value bench_open open_after_kill_ms)" - - at-most 300
    row "browse, to the first rows, ms, $open entries" "$(value bench_browse first_rows_ms)" - - at-most 300
    row "browse, sorted by path, ms, $open entries" "$(value bench_browse sort_by_path_ms)" - - at-most 800
    row "browse, sorted by size, ms, $open entries" "$(value bench_browse sort_by_size_ms)" - - at-most 800
    row "browse, filtered by text, ms from the last letter, $open entries" "$(value bench_browse filter_text_ms)" \
        - - at-most 350
    row "browse, filtered by terms, ms from the last letter, $open entries" "$(value bench_browse filter_terms_ms)" \
        - - at-most 350
    row "export of entries as CSV, s, $open entries" "$(value bench_browse export_seconds)" - - at-most 5
    row "browse, GUI thread stall, first rows, ms" "$(value bench_browse first_rows_stall_ms)" - - at-most 16
    row "browse, GUI thread stall, sorting, ms" "$(value bench_browse sort_by_path_stall_ms)" - - at-most 16
    row "browse, GUI thread stall, scrolling, ms" "$(value bench_browse scroll_stall_ms)" - - at-most 16
    for files in hot_4k hot_100k hot_900k; do
        row "get(path), $files, µs" "$(value bench_get ${files}_get_us)" "$(value bench_get ${files}_stat_us)" - \
            at-most 3
    done
    row 'get(path), 100 000 at random, µs' "$(value bench_get random_100000_get_us)" \
        "$(value bench_get random_100000_stat_us)" - at-most 4
}

report() {
    echo '# Benchmark results'
    echo
    echo 'Generated by tests/bench/run.sh, on a quiet machine. Missed targets stay in the table. Ratios can be compared with'
    echo 'those of another machine; times only together with the times of the peers on the same machine.'
    echo
    [ $sizes = full ] || echo -e 'A quick run with small sizes: it shows that everything runs, not how fast.\n'
    echo "- $(date --iso-8601=minutes), $(git -C "$project" describe --always --dirty 2>/dev/null || echo 'no commit')"
    echo "- $(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores," \
        "$(awk '/^MemTotal/ { printf "%.1f GiB", $2 / 1048576 }' /proc/meminfo)"
    echo "- Linux $(uname -r); $directory on $(findmnt --noheadings --output FSTYPE --target "$stores")"
    echo "- load before: $load_before; after: $(cut -d' ' -f1-3 /proc/loadavg)"
    printf -- '- skipped: %s\n' "${skipped[@]:-nothing}"
    printf -- '- failed: %s\n' "${failures[@]:-nothing}"
    echo -e "- $missed missed, $unmeasured not measured\n"
    cat "$table"
    if [ -f "$raw/trace-cells" ]; then
        echo -e '\n## Miss ratios of recorded traces\n'
        cat "$raw/trace-cells"
        echo
        sed 's/^/- /' "$raw/bench_trace"
    fi
    echo -e '\n## Every value\n'
    local name
    for name in bench_memory bench_batch caffeine caffeine_inline bench_shrink "bench_disk_$disk_small" "diskcache_$disk_small" \
        "bench_disk_$disk_large" "diskcache_$disk_large" bench_open bench_get bench_browse bench_api; do
        [ -s "$raw/$name" ] || continue
        echo -e "### $name\n\n\`\`\`"
        cat "$raw/$name"
        echo -e '```\n'
    done
}

build_programs
load_before=$(cut -d' ' -f1-3 /proc/loadavg)
run_traces
run bench_memory "$programs/bench_memory" "${memory[@]}"
run bench_batch "$programs/bench_batch" "${memory[@]}" --dir "$stores"
run_caffeine
run bench_miss "$programs/bench_miss" "$stores"
run bench_shrink "$programs/bench_shrink" "${shrink[@]}"
for size in "$disk_small" "$disk_large"; do
    run "bench_disk_$size" "$programs/bench_disk" "$size" --dir "$stores"
done
run_diskcache
run bench_open "$programs/bench_open" "$open" --dir "$stores"
run bench_browse "$programs/bench_browse" "$open" --dir "$stores"
run bench_get "$programs/bench_get" "$stores"
run bench_api "$programs/bench_api" "$build/bin/manometerd"

{
    echo '| what | ours | peer | ratio | target | holds? |'
    echo '|---|---:|---:|---:|---:|---|'
} >"$table"
memory_rows
shrink_rows
disk_rows "$disk_small" 1.5
disk_rows "$disk_large" 2
other_rows
api_rows
report >"$results"
cat "$table"
echo "$missed missed, $unmeasured not measured; written to $results"
[ ${#failures[@]} -eq 0 ]
