# Shared by the commands in bin/. Sourced, never run. Plain bash 3.2 and POSIX tools, so that macOS can run it too.

set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
JAVA_MIN=25
NODE_MIN=20
READY_SECONDS_MAX=180

JAR="$ROOT/server/target/suyuan-app.jar"

say()  { printf '%s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

enter_project() {
  cd "$ROOT"
  # File names in any script need a UTF-8 locale; servers and containers often set none.
  if [ -z "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ]; then export LC_ALL=C.UTF-8; fi
  export SUYUAN_HOME="${SUYUAN_HOME:-$ROOT/.suyuan}"
  export SUYUAN_PORT="${SUYUAN_PORT:-8080}"
  URL="http://localhost:$SUYUAN_PORT"
}

# --- Tools ---------------------------------------------------------------------------------------------------------

need_tools() {
  find_java
  find_maven
  find_node
}

find_java() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* /opt/homebrew/opt/openjdk*; do
    if [ -x "$candidate/bin/javac" ] && [ "$(java_version "$candidate")" -ge "$JAVA_MIN" ]; then
      export JAVA_HOME="$candidate"
      export PATH="$JAVA_HOME/bin:$PATH"
      return
    fi
  done
  fail "Suyuan needs a Java development kit, version $JAVA_MIN or newer, and found none.
Install one, for example Eclipse Temurin $JAVA_MIN (https://adoptium.net), package temurin-$JAVA_MIN-jdk or openjdk-$JAVA_MIN-jdk.
It may stand beside an older Java; if it is in an unusual place, set JAVA_HOME."
}

# The major version of the JDK in a folder, or 0. Every JDK names it in its release file.
java_version() {
  local version
  version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)"
  printf '%s' "${version:-0}"
}

find_maven() {
  command -v mvn > /dev/null || fail "Suyuan is built with Apache Maven 3.8 or newer and found no mvn. Install package maven."
}

find_node() {
  command -v node > /dev/null && command -v npm > /dev/null \
    && [ "$(node --version | sed 's/^v\([0-9]*\).*/\1/')" -ge "$NODE_MIN" ] \
    || fail "Suyuan's console is built with Node.js $NODE_MIN or newer, with npm, and found none. See https://nodejs.org."
}

# Maven 3.8 itself uses what recent JDKs warn about; those lines say nothing about this project.
maven() {
  MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
    mvn --batch-mode --no-transfer-progress -Dstyle.color=never "$@"
}

# --- Building what is stale ----------------------------------------------------------------------------------------

# A number that changes with any name or content below the given paths. Git's time stamps say nothing after a checkout.
fingerprint() {
  local path
  for path in "$@"; do
    if [ -e "$path" ]; then
      find "$path" -type f ! -path '*/node_modules/*' ! -path '*/dist/*' ! -path '*/test-results/*'
    fi
  done | LC_ALL=C sort | while IFS= read -r path; do cksum "$path"; done | cksum
}

fresh() { [ -e "$1" ] && [ "$(cat "$1")" = "$2" ]; }

install_web_packages() {
  local state
  state="$(fingerprint web/package-lock.json)"
  if ! fresh web/node_modules/.installed "$state"; then
    say "Fetching the console's packages ..."
    (cd web && npm ci --no-audit --no-fund --loglevel=error)
    printf '%s' "$state" > web/node_modules/.installed
  fi
}

build_console() {
  [ -e web/package.json ] || return 0
  local state
  state="$(fingerprint web openapi)"
  if ! fresh target/console.built "$state" || [ ! -e web/dist/index.html ]; then
    install_web_packages
    say "Building the console ..."
    (cd web && npm run --silent build)
    mkdir -p target
    printf '%s' "$state" > target/console.built
  fi
}

build_platform() {
  build_console
  local state
  state="$(fingerprint pom.xml epcis/pom.xml epcis/src/main tlog/pom.xml tlog/src/main server/pom.xml server/src/main target/console.built)"
  if ! fresh "$JAR.built" "$state" || [ ! -e "$JAR" ]; then
    say "Building the platform ..."
    rm -rf server/target/classes/static/console
    maven -q -pl server -am package -DskipTests
    printf '%s' "$state" > "$JAR.built"
  fi
}

# --- Running the platform ------------------------------------------------------------------------------------------

PLATFORM=

refuse_second_start() {
  local lock="$SUYUAN_HOME/lock" first
  [ -e "$lock" ] || return 0
  first="$(sed -n 's/^process \([0-9]*\),.*/\1/p' "$lock")"
  # The lock itself is the operating system's and the platform checks it; this only answers sooner and shorter.
  if [ -n "$first" ] && ps -p "$first" -o args= 2> /dev/null | grep -q suyuan; then
    fail "Suyuan is already running on $SUYUAN_HOME ($(cat "$lock")). It was left alone.
Stop it first, or choose another folder and port: SUYUAN_HOME=... SUYUAN_PORT=... $0"
  fi
}

refuse_taken_port() {
  if (exec 3<> "/dev/tcp/127.0.0.1/$SUYUAN_PORT") 2> /dev/null; then
    fail "Port $SUYUAN_PORT is already in use by another program. Choose another: SUYUAN_PORT=8081 $0"
  fi
}

java_flags() {
  printf '%s\n' --enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=40 \
    -XX:+ExitOnOutOfMemoryError
}

# Starts the jar in the background and returns when it is ready for requests. Its log goes to PLATFORM_LOG if set.
start_platform() {
  if [ -n "${PLATFORM_LOG:-}" ]; then exec 4> "$PLATFORM_LOG"; else exec 4>&1; fi
  # shellcheck disable=SC2046
  java $(java_flags) -jar "$JAR" >&4 2>&1 &
  PLATFORM=$!
  trap 'stop_platform; exit 130' INT
  trap 'stop_platform; exit 143' TERM
  trap stop_platform EXIT
  wait_until_ready
}

wait_until_ready() {
  local second
  for ((second = 0; second < READY_SECONDS_MAX; second++)); do
    if ready; then return; fi
    kill -0 "$PLATFORM" 2> /dev/null || not_ready "Suyuan did not start"
    sleep 1
  done
  not_ready "Suyuan was not ready after $READY_SECONDS_MAX s"
}

not_ready() {
  if [ -n "${PLATFORM_LOG:-}" ]; then tail -n 40 "$PLATFORM_LOG"; fi
  fail "$1; the lines above say why."
}

ready() {
  local status
  { exec 3<> "/dev/tcp/127.0.0.1/$SUYUAN_PORT"; } 2> /dev/null || return 1
  printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
  IFS= read -r status <&3 || true
  exec 3>&-
  case "$status" in *' 200'*) return 0 ;; *) return 1 ;; esac
}

# Asks once, then waits: requests end, the connection pool closes, the database writes its checkpoint.
stop_platform() {
  trap - EXIT INT TERM
  if [ -n "$PLATFORM" ] && kill -TERM "$PLATFORM" 2> /dev/null; then
    wait "$PLATFORM" 2> /dev/null || true
  fi
  PLATFORM=
}

# --- The demo world ------------------------------------------------------------------------------------------------

# The loader writes its result file last; a home without one has no demo world, or half of one, and is loaded (again).
demo_world() { printf '%s' "$SUYUAN_HOME/demo-world"; }

demo_secrets() { printf '%s' "$SUYUAN_HOME/secrets/demo"; }

random_secret() { LC_ALL=C tr -dc 'a-km-zA-HJ-NP-Z2-9' < /dev/urandom | head -c 20 || true; }

# Passwords from the environment, or generated. Generated ones are kept only until the demo world is loaded.
choose_demo_secrets() {
  [ ! -e "$(demo_world)" ] || return 0
  if [ ! -e "$(demo_secrets)" ]; then
    mkdir -p "$SUYUAN_HOME/secrets"
    chmod 700 "$SUYUAN_HOME/secrets"
    (umask 077 && printf '%s\n%s\n%s\n' "$(random_secret)" "$(random_secret)" "$(random_secret)" > "$(demo_secrets)")
  fi
  export SUYUAN_ADMIN_PASSWORD="${SUYUAN_ADMIN_PASSWORD:-$(sed -n 1p "$(demo_secrets)")}"
  export SUYUAN_DEMO_PASSWORD="${SUYUAN_DEMO_PASSWORD:-$(sed -n 3p "$(demo_secrets)")}"
  export SUYUAN_DEMO_CLIENT_SECRET="${SUYUAN_DEMO_CLIENT_SECRET:-$(sed -n 2p "$(demo_secrets)")}"
}

# Once the world is loaded and its passwords were printed, nothing needs them any more.
forget_demo_secrets() { [ ! -e "$(demo_world)" ] || rm -f "$(demo_secrets)"; }

load_demo_world() {
  [ ! -e "$(demo_world)" ] || return 0
  say "Loading the demo world ..."
  local result
  result="$(demo_world).partial"
  rm -f "$result"
  # A short run beside a busy server: the quick compiler and the small collector leave it the processors.
  java -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dloader.main=org.suyuan.demo.DemoWorld -cp "$JAR" \
    org.springframework.boot.loader.launch.PropertiesLauncher "$URL" "$result" \
    && [ -e "$result" ] || return 1
  mv "$result" "$(demo_world)"
}

# The people of the demo world, a line each: username, name, role, where.
demo_people() { printf '%s' "$SUYUAN_HOME/demo-people"; }

# One line of the loader's result file: name=value.
demo_fact() { sed -n "s/^$1=//p" "$(demo_world)" | head -n 1; }
