# For scripts, which source it and call abandon_simulator in their trap.
simulator=

# Starts a built samples/Simulator in a process of its own. When it listens, the file has a line for each provider: name, address and key.
start_simulator() {
  local program=$1 providers=$2
  "$program" --port 0 --quiet > "$providers" &
  simulator=$!
  until grep -qs '^Listening' "$providers"; do
    kill -0 "$simulator"
    sleep 0.1
  done
}

# Fails if the simulator does not end well.
stop_simulator() {
  kill "$simulator"
  wait "$simulator"
  simulator=
}

# However the script ends.
abandon_simulator() {
  if [[ -n $simulator ]]; then
    kill "$simulator" 2>/dev/null || true
  fi
}
