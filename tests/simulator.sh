# For scripts, which source it and call abandon_simulator in their trap.
simulator=

# Starts a built samples/Simulator in a process of its own. When it listens, the file has a line for each provider: name, address and key.
start_simulator() {
  local program=$1 providers=$2
  "$program" --port 0 --quiet > "$providers" &
  simulator=$!
  for ((i = 0; i < 300; i++)); do
    if grep -qs '^Listening' "$providers"; then
      return
    fi

    kill -0 "$simulator" 2>/dev/null || break
    sleep 0.1
  done

  echo 'The simulator ended before it listened, or did not listen within 30 seconds.' >&2
  exit 1
}

# Fails if the simulator does not end well, or not within 30 seconds.
stop_simulator() {
  kill "$simulator"
  timeout 30 tail --sleep-interval=0.1 --pid="$simulator" -f /dev/null || { echo 'The simulator did not stop within 30 seconds.' >&2; exit 1; }
  wait "$simulator"
  simulator=
}

# However the script ends.
abandon_simulator() {
  if [[ -n $simulator ]]; then
    kill -KILL "$simulator" 2>/dev/null || true
  fi
}
