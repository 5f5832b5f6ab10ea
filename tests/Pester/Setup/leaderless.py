# A process whose first thread has exited while another lives on. Prints its id once that is so, and ends when its standard input does.
import ctypes
import os
import platform
import sys
import threading
import time

EXIT_OF_THREAD = {'x86_64': 60, 'aarch64': 93, 'riscv64': 93, 'loongarch64': 93, 'ppc64le': 1, 's390x': 1}


def live():
    while 'Z' not in open('/proc/self/stat').read().rpartition(')')[2]:
        time.sleep(0.01)
    print(os.getpid(), flush=True)
    os.read(0, 1)
    os._exit(0)


call = EXIT_OF_THREAD.get(platform.machine())
if call is None:
    print('unknown', flush=True)
    sys.exit()
threading.Thread(target=live).start()
ctypes.CDLL(None).syscall(call, 0)
