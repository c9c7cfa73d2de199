"""The most memory that this process has had, as the kernel noted it."""


def peak_kilobytes() -> int:
    """VmHWM of /proc/self/status (proc_pid_status(5)); 0 where there is none."""
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:  # noqa: PTH123 - pathlib costs
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return 0
