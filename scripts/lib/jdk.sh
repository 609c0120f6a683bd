# Finds a JDK of version 25 or newer and puts its folder into JAVA_HOME. Sourced, never run.
# Looks at JAVA_HOME, then at java on PATH, then at the usual folders.

holdfast_jdk_version() {
  # The file says it without starting a JVM: JAVA_VERSION="25.0.1"
  [ -r "$1/release" ] && [ -x "$1/bin/javac" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

holdfast_is_jdk() {
  version=$(holdfast_jdk_version "$1") && [ -n "$version" ] && [ "$version" -ge 25 ]
}

holdfast_find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && holdfast_is_jdk "$JAVA_HOME"; then
    return 0
  fi
  on_path=$(command -v javac 2>/dev/null) || on_path=
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  home=${HOME-/nonexistent}
  for candidate in "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "$home"/.sdkman/candidates/java/* "$home"/.jdks/* "$home"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && holdfast_is_jdk "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  cat >&2 <<'MISSING'
holdfast: a JDK 25 or newer is needed to build, and none was found
  looked at JAVA_HOME, at javac on PATH and in the usual folders; to get one:
  Debian / Ubuntu:  sudo apt-get install openjdk-25-jdk   (or temurin-25-jdk from Adoptium)
  macOS:            brew install openjdk
  SDKMAN:           sdk install java 25-tem
  then run this again, or point JAVA_HOME to it
MISSING
  return 1
}

holdfast_find_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  cat >&2 <<'MISSING'
holdfast: Maven 3.8.7 or newer is needed to build, and mvn is not on PATH; to get it:
  Debian / Ubuntu:  sudo apt-get install maven
  macOS:            brew install maven
  SDKMAN:           sdk install maven
MISSING
  return 1
}
