#!/usr/bin/env bash
# A server that speaks MongoDB's protocol, for the tests. Fetched or built once into .cache/, on a free loopback port.
#   scripts/mongo-for-tests.sh start [java|ferretdb]   prints the URI on stdout and leaves the server running
#   scripts/mongo-for-tests.sh stop                    stops it
# java (mongo-java-server, in memory; needs Java 17 and Maven) is what the contract tests pass on. ferretdb (FerretDB 1 on
# SQLite; needs Go 1.24) changes documents in two steps, so writes guarded by a version are not safe on it: to try things only.
set -euo pipefail

java_server=1.47.0
ferretdb=v1.24.2
root=$(cd "$(dirname "$0")/.." && pwd)
cache=${MONGO_FOR_TESTS_CACHE:-$root/.cache/mongo-for-tests}
jars=$cache/java-$java_server
binary=$cache/ferretdb-$ferretdb
pid_file=$cache/pid
state=$cache/state

say() { printf 'mongo-for-tests: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
needs() { command -v "$1" > /dev/null || fail "$1 is not on this machine, so this server cannot be had"; }

fetch_java() {
  needs mvn
  say "fetching mongo-java-server $java_server (once)"
  local work=$cache/build
  rm -rf "$work"
  mkdir -p "$work"
  cat > "$work/pom.xml" << POM
<project><modelVersion>4.0.0</modelVersion><groupId>tests</groupId><artifactId>tests</artifactId><version>1</version>
  <dependencies><dependency><groupId>de.bwaldvogel</groupId><artifactId>mongo-java-server</artifactId><version>$java_server</version></dependency></dependencies>
</project>
POM
  # The server names an older protocol than it speaks, and the driver would refuse that.
  cat > "$work/TestServer.java" << 'JAVA'
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

public class TestServer {
    record Version(List<Integer> getVersionArray, int getWireVersion) implements MongoVersion {}

    public static void main(String[] arguments) {
        var backend = new MemoryBackend().version(new Version(List.of(5, 0, 0), 13));
        System.out.println("listening on port " + new MongoServer(backend).bind().getPort());
    }
}
JAVA
  (cd "$work" && timeout 150 mvn -q -B dependency:copy-dependencies -DoutputDirectory="$work" > "$work/log" 2>&1) || fail "mongo-java-server could not be fetched: $(tail -n 3 "$work/log")"
  rm -rf "$jars"
  mv "$work" "$jars"
}

# The list of versions is not needed and some proxies refuse it, so the module is fetched by its version and built from a copy
# that knows its own version number; without the number the server does not start.
build_ferretdb() {
  needs go
  say "building FerretDB $ferretdb (once)"
  local work=$cache/build source
  rm -rf "$work"
  mkdir -p "$work/module"
  printf 'module tests\n\ngo 1.23\n' > "$work/module/go.mod"
  source=$(cd "$work/module" && go mod download -json "github.com/FerretDB/FerretDB@$ferretdb" 2> "$work/log" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p') || true
  [ -n "$source" ] || fail "FerretDB could not be fetched: $(tail -n 2 "$work/log")"
  cp -R "$source" "$work/source"
  chmod -R u+w "$work/source"
  printf '%s\n' "$ferretdb" > "$work/source/build/version/version.txt"
  (cd "$work/source" && go build -o "$binary.new" ./cmd/ferretdb) 2> "$work/log" || fail "FerretDB does not build: $(tail -n 3 "$work/log")"
  mv "$binary.new" "$binary"
  rm -rf "$work"
}

launch() {
  case "$1" in
    java)
      needs java
      [ -f "$jars/TestServer.java" ] || fetch_java
      # One thread, because a changed document is encoded after its lock is let go: with more, two callers of a counter at once
      # may both be answered with the second's number.
      java -Xmx512m -Dio.netty.eventLoopThreads=1 -cp "$jars/*" "$jars/TestServer.java" > "$state/log" 2>&1 < /dev/null &
      ;;
    ferretdb)
      [ -x "$binary" ] || build_ferretdb
      "$binary" --handler=sqlite --sqlite-url="file:$state/" --state-dir="$state" --listen-addr=127.0.0.1:0 --debug-addr=- \
        --telemetry=disable --log-level=INFO > "$state/log" 2>&1 < /dev/null &
      ;;
    *) fail "there is no server called $1" ;;
  esac
  echo $! > "$pid_file"
}

running() { [ -f "$pid_file" ] && kill -0 "$(cat "$pid_file")" 2> /dev/null; }
port() { sed -n -e 's/^listening on port \([0-9]*\)$/\1/p' -e 's/.*Listening on TCP 127\.0\.0\.1:\([0-9]*\).*/\1/p' "$state/log"; }
answers() { [ -n "$(port)" ] && (exec 3<> "/dev/tcp/127.0.0.1/$(port)") 2> /dev/null; }

stop() {
  if running; then kill "$(cat "$pid_file")"; fi
  rm -rf "$pid_file" "$state"
}

start() {
  stop
  mkdir -p "$state"
  launch "$1"
  for _ in $(seq 200); do
    if answers; then
      printf 'mongodb://127.0.0.1:%s/shaozi-tests\n' "$(port)"
      return
    fi
    running || fail "the server stopped: $(tail -n 3 "$state/log")"
    sleep 0.1
  done
  stop
  fail 'the server did not answer within 20 seconds'
}

case "${1:-}" in
  start) start "${2:-java}" ;;
  stop) stop ;;
  *) fail 'say start or stop' ;;
esac
