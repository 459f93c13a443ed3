#!/bin/sh
# The machine's PID 1: when the main process ends, it ends, and the kernel ends everything else in the machine.
# Usage: init USER COMMAND...
user=$1
shift
cd /app || exit 1
[ "$user" = mapped ] || set -- setpriv --reuid "$user" --regid "$user" --clear-groups "$@"
# The shell itself is silent: it would tell on standard error how the main process died.
exec 4>&2 2>/dev/null
# In the foreground, because a shell starts background commands with SIGINT ignored.
sh -c 'echo "$$" >/run/main.pid && echo up >&3 && exec "$@" 3>&-' main "$@" </dev/null 2>&4 4>&-
exit "$?"
