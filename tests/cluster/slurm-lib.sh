# Slurm's own daemons on loopback, for the scripts that include this; all they write is below $work.
# slurm_start: FALSE: they do not run here; slurm_reason says why. slurm_end ends them.

slurm_pids=
slurm_reason='slurmctld, slurmd or munged is missing'

# free_port: one that nobody listens on.
free_port ()
{
  /usr/bin/python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

# slurm_daemon NAME COMMAND...: in the foreground of a job of its own.
slurm_daemon ()
{
  slurm_name=$1
  shift
  "$@" >"$work/slurm/$slurm_name.out" 2>&1 &
  slurm_pids="$! $slurm_pids"
}

# slurm_wait SECONDS COMMAND...: until it succeeds.
slurm_wait ()
{
  slurm_left=$(($1 * 5))
  shift
  until "$@" >/dev/null 2>&1; do
    slurm_left=$((slurm_left - 1))
    [ "$slurm_left" -gt 0 ] || return 1
    sleep 0.2
  done
}

slurm_is_idle ()
{
  timeout 5 sinfo --noheader --format=%t | grep -qx idle
}

slurm_start ()
{
  PATH=$PATH:/usr/sbin:/sbin
  export PATH
  for slurm_tool in munged slurmctld slurmd sbatch sinfo; do
    command -v "$slurm_tool" >/dev/null || return 1
  done
  mkdir -m 700 "$work/slurm" && mkdir "$work/slurm/state" "$work/slurm/spool" || return 1
  head -c 1024 /dev/urandom >"$work/slurm/munge.key"
  chmod 600 "$work/slurm/munge.key"
  slurm_user=$(id -un)
  cat >"$work/slurm/slurm.conf" <<END
ClusterName=loopback
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=$slurm_user
SlurmdUser=$slurm_user
AuthType=auth/munge
AuthInfo=socket=$work/slurm/munge.socket
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
StateSaveLocation=$work/slurm/state
SlurmdSpoolDir=$work/slurm/spool
SlurmctldPidFile=$work/slurm/slurmctld.pid
SlurmdPidFile=$work/slurm/slurmd.pid
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1
ReturnToService=2
MinJobAge=300
NodeName=here NodeHostname=localhost NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=10 State=UP
END
  SLURM_CONF=$work/slurm/slurm.conf
  export SLURM_CONF
  slurm_reason='munged does not run here'
  slurm_daemon munged munged --foreground --force --key-file="$work/slurm/munge.key" --socket="$work/slurm/munge.socket" \
    --pid-file="$work/slurm/munge.pid" --log-file="$work/slurm/munge.log" --seed-file="$work/slurm/munge.seed"
  slurm_wait 10 test -S "$work/slurm/munge.socket" || return 1
  slurm_reason='slurmctld and slurmd do not run here'
  slurm_daemon slurmctld slurmctld -D -i
  slurm_daemon slurmd slurmd -D -N here
  slurm_wait 40 slurm_is_idle
}

slurm_end ()
{
  for slurm_pid in $slurm_pids; do
    kill "$slurm_pid" 2>/dev/null
  done
  for slurm_pid in $slurm_pids; do
    wait "$slurm_pid" 2>/dev/null
  done
  slurm_pids=
}
