#!/bin/sh
# Runs inside new mount, PID and UTS namespaces: builds the machine's root file system and becomes its init.
# Usage: boot.sh ROOT USER HOSTNAME NODE NODE_MODULES ETC [FOLDER MOUNT_PATH]... -- COMMAND...
#   USER is the number of the user that runs COMMAND, or 'mapped' in a user namespace that has only one.
# File descriptor 3 gets the init's PID as the host sees it, then `up` when COMMAND is about to run.
set -eu
here=$(dirname "$0")
root=$1 user=$2 hostname=$3 node=$4 modules=$5 etc=$6
shift 6

# /proc is still the host's here, so this is the PID that nsenter needs.
read -r pid _ </proc/self/stat
echo "$pid" >&3

bind() { # FROM TO
  mkdir -p "$2"
  mount --bind "$1" "$2"
}
bind_file() { # FROM TO
  [ -e "$2" ] || : >"$2"
  mount --bind "$1" "$2"
}

read_only() { # FOLDER
  mount -o remount,bind,ro "$1" 2>/dev/null && return
  # A user namespace must repeat the flags that the mount came with.
  flags=$(findmnt --noheadings --output VFS-OPTIONS --target "$1")
  mount -o "remount,bind,$flags,ro" "$1"
}

mount -t tmpfs -o mode=755 tmpfs "$root"
for folder in bin sbin lib lib32 lib64 libx32 usr etc opt nix; do
  if [ -L "/$folder" ]; then
    cp -P "/$folder" "$root/$folder"
  elif [ -d "/$folder" ]; then
    mkdir "$root/$folder"
    mount --rbind "/$folder" "$root/$folder"
    read_only "$root/$folder"
  fi
done
for file in "$etc"/*; do
  target=$root/etc/${file##*/}
  [ -f "$target" ] && mount --bind "$file" "$target"
done
resolver=$(readlink -f /etc/resolv.conf || :)
case $resolver in
  /run/*)
    mkdir -p "$root${resolver%/*}"
    [ -f "$resolver" ] && bind_file "$resolver" "$root$resolver"
    ;;
esac

mkdir -p "$root/proc" "$root/sys" "$root/dev/pts" "$root/dev/shm" "$root/run" "$root/root" "$root/home/node" \
  "$root/var/log" "$root/tmp" "$root/var/tmp" "$root/fly"
chmod 1777 "$root/tmp" "$root/var/tmp" "$root/dev/shm"
chmod 700 "$root/root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
for device in null zero full random urandom tty; do
  bind_file "/dev/$device" "$root/dev/$device"
done
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
ln -s /proc/self/fd/0 "$root/dev/stdin"
ln -s /proc/self/fd/1 "$root/dev/stdout"
ln -s /proc/self/fd/2 "$root/dev/stderr"

bind "$modules" "$root/node_modules"
bind "$modules/openclaw" "$root/app"
read_only "$root/node_modules"
read_only "$root/app"
mount -t tmpfs -o mode=755 tmpfs "$root/usr/local/bin"
bind_file "$node" "$root/usr/local/bin/node"
ln -s /app/openclaw.mjs "$root/usr/local/bin/openclaw"
while [ "$1" != -- ]; do
  bind "$1" "$root$2"
  shift 2
done
shift

hostname "$hostname"
[ "$user" = mapped ] || chown "$user:$user" "$root/home/node"
cp "$here/init.sh" "$root/fly/init"
exec chroot "$root" /bin/sh /fly/init "$user" "$@"
