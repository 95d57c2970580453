#!/usr/bin/env bash
# A server that speaks MongoDB's protocol, for the tests: FerretDB with its SQLite back end.
#   scripts/mongo-for-tests.sh start   builds it once into .cache/, starts it on a free port, prints its URI on stdout
#   scripts/mongo-for-tests.sh stop    stops the one that start left running
set -euo pipefail

version=v1.24.2
root=$(cd "$(dirname "$0")/.." && pwd)
cache=${MONGO_FOR_TESTS_CACHE:-$root/.cache/mongo-for-tests}
server=$cache/ferretdb-$version
pid_file=$cache/pid
state=$cache/state

say() { printf 'mongo-for-tests: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# The list of versions is not needed and some proxies refuse it, so the module is fetched by its version and built from a copy
# that knows its own version number; without the number the server does not start.
build() {
  command -v go > /dev/null || fail 'Go is not on this machine, so no server can be built'
  local work=$cache/build
  rm -rf "$work"
  mkdir -p "$work/module"
  printf 'module mongofortests\n\ngo 1.23\n' > "$work/module/go.mod"
  say "building FerretDB $version (once)"
  local source
  source=$(cd "$work/module" && go mod download -json "github.com/FerretDB/FerretDB@$version" 2> "$work/log" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p') || true
  [ -n "$source" ] || fail "FerretDB $version could not be fetched: $(tail -n 2 "$work/log")"
  cp -R "$source" "$work/source"
  chmod -R u+w "$work/source"
  printf '%s\n' "$version" > "$work/source/build/version/version.txt"
  (cd "$work/source" && go build -o "$server.new" ./cmd/ferretdb) 2> "$work/log" || fail "FerretDB $version does not build: $(tail -n 3 "$work/log")"
  mv "$server.new" "$server"
  rm -rf "$work"
}

running() { [ -f "$pid_file" ] && kill -0 "$(cat "$pid_file")" 2> /dev/null; }

stop() {
  running && kill "$(cat "$pid_file")"
  rm -rf "$pid_file" "$state"
}

listening_port() { sed -n 's/.*Listening on TCP 127\.0\.0\.1:\([0-9]*\).*/\1/p' "$state/log"; }

start() {
  [ -x "$server" ] || build
  running && stop
  rm -rf "$state"
  mkdir -p "$state"
  "$server" --handler=sqlite --sqlite-url="file:$state/" --state-dir="$state" --listen-addr=127.0.0.1:0 --debug-addr=- \
    --telemetry=disable --log-level=INFO > "$state/log" 2>&1 < /dev/null &
  echo $! > "$pid_file"
  for _ in $(seq 100); do
    local port
    port=$(listening_port)
    if [ -n "$port" ] && (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
      printf 'mongodb://127.0.0.1:%s/shaozi-tests\n' "$port"
      return
    fi
    running || fail "the server stopped: $(tail -n 3 "$state/log")"
    sleep 0.1
  done
  stop
  fail 'the server did not answer within 10 seconds'
}

case "${1:-}" in
  start) start ;;
  stop) stop || true ;;
  *) fail 'say start or stop' ;;
esac
