"""Runs a command in a pseudo-terminal of some columns and prints all that it writes there: in-terminal.py COLUMNS COMMAND..."""
import fcntl, os, pty, struct, sys, termios

columns, command = int(sys.argv[1]), sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    # The size must be known before the command looks at it.
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 1000, columns, 0, 0))
    os.execvp(command[0], command)
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed.
        break
    if not data:
        break
    sys.stdout.buffer.write(data)
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
