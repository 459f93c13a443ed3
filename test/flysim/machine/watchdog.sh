#!/bin/sh
# Outlives a simulation that was killed, just long enough to end the processes that it left behind.
# Reads from standard input until the simulation is gone: `+GROUP` and `-GROUP` for the process groups that it runs.
# Usage: watchdog.sh MARK; processes with a variable that starts so are ended as well, where /proc can tell.
trap '' INT TERM HUP
mark=$1 groups=' '
while read -r line; do
  group=${line#?}
  case $line in
    +*) groups="$groups$group " ;;
    -*) groups="${groups%% "$group" *} ${groups#* "$group" }" ;;
  esac
done
for group in $groups; do kill -KILL -- "-$group" 2>/dev/null; done
for environment in /proc/[0-9]*/environ; do
  if grep -qz "^$mark" "$environment" 2>/dev/null; then
    pid=${environment#/proc/}
    kill -KILL "${pid%/environ}" 2>/dev/null
  fi
done
