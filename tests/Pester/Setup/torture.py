# A process that is hard to read: its name, arguments, environment, descriptors, mappings, mounts and namespaces.
#
#   torture.py start FOLDER   starts it, in namespaces of its own where that is allowed; prints "ID own" or "ID shared", then "ready"
#
# It ends when its standard input does.
import ctypes
import mmap
import os
import signal
import sys

NAME = b'a) R 1 (\nb\\x\xff'
ARGUMENTS = [b'', b'two\nlines', b'\xff\xfe byte', b'--last', b'']
ENVIRONMENT = [b'TWICE=first', b'NO_EQUALS_SIGN', b'', b'TWICE=second', b'LINES=a\nb', b'BYTE=\xff', b'EMPTY=', b'EQUALS=a=b']
MOUNT_POINT = b'a b\tc\nd\\e'
MOUNT_SOURCE = b'so ur\tce\n\\x'
FOLDER = b'at\xfe\n\\'
MAPPINGS = 20000

NEW_NAMESPACES = 0x20000 | 0x10000000 | 0x20000000  # mount, user, pid
PRIVATE = 0x4000 | 0x40000
SET_PARENT_DEATH_SIGNAL = 1
SET_NAME = 15

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]


def check(result, what):
    if result != 0:
        raise OSError(ctypes.get_errno(), what)


def vector(items):
    return (ctypes.c_char_p * (len(items) + 1))(*items, None)


def write(path, text):
    with open(path, 'w') as file:
        file.write(text)


def mount(source, target, kind, flags, data):
    check(libc.mount(source, target, kind, ctypes.c_ulong(flags), data), 'mount')


# Whether it now has namespaces of its own.
def enter_namespaces():
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(NEW_NAMESPACES) != 0:
        return False
    write('/proc/self/setgroups', 'deny')
    write('/proc/self/uid_map', '0 %d 1' % user)
    write('/proc/self/gid_map', '0 %d 1' % group)
    return True


def start(folder):
    is_own = enter_namespaces()
    wait, go = os.pipe()
    child = os.fork()
    if child:
        print(child, 'own' if is_own else 'shared', flush=True)
        os.write(go, b'.')
        os.waitpid(child, 0)
        return
    libc.prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    os.read(wait, 1)
    if is_own:
        mount(b'none', b'/', None, PRIVATE, None)
        for source, name in (MOUNT_SOURCE, MOUNT_POINT), (b'', b'empty source'):
            target = os.path.join(folder, name)
            os.mkdir(target)
            mount(source, target, b'tmpfs', 0, b'size=4k')
    program = os.fsencode(sys.executable)
    arguments = [program, b'-IS', os.fsencode(os.path.abspath(__file__)), b'hold', folder] + ARGUMENTS
    check(libc.execve(program, vector(arguments), vector(ENVIRONMENT)), 'execve')


# Maps pages of a file, which stays open for those that are named.
def map_file(name, pages=1):
    file = os.open(name, os.O_RDWR | os.O_CREAT, 0o600)
    os.ftruncate(file, pages * mmap.PAGESIZE)
    address = libc.mmap(None, pages * mmap.PAGESIZE, mmap.PROT_READ | mmap.PROT_WRITE, mmap.MAP_SHARED, file, 0)
    if address in (None, ctypes.c_void_p(-1).value):
        raise OSError(ctypes.get_errno(), 'mmap')
    return file, address


def hold(folder):
    os.chdir(folder)
    map_file(b'x\ny \\040z')
    map_file(b'm (deleted)')
    map_file(b'gone')
    os.unlink(b'gone')
    many, address = map_file(b'many', MAPPINGS)
    os.close(many)
    for page in range(0, MAPPINGS, 2):
        check(libc.mprotect(address + page * mmap.PAGESIZE, mmap.PAGESIZE, mmap.PROT_READ), 'mprotect')
    os.mkdir(FOLDER)
    os.chdir(FOLDER)
    check(libc.prctl(SET_NAME, NAME, 0, 0, 0), 'prctl')
    print('ready', flush=True)
    sys.stdin.read()


(start if sys.argv[1] == 'start' else hold)(os.fsencode(sys.argv[2]))
