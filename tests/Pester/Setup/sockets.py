"""Holds sockets until its input ends. Arguments: a folder, and 'net' where network namespaces may be made. Says what it holds as JSON."""
import ctypes
import json
import os
import socket
import sys

folder = sys.argv[1]
libc = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNET = 0x40000000


def listener(address='127.0.0.1'):
    one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    one.bind((address, 0))
    one.listen(7)
    return one


said = {'pid': os.getpid(), 'workers': []}
shared = listener()
said['port'] = shared.getsockname()[1]
said['fd'] = shared.fileno()

client = socket.create_connection(shared.getsockname())
server = shared.accept()[0]
client.sendall(b'x' * 5)
said['clientPort'] = client.getsockname()[1]

path = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
said['path'] = folder + '/two words\nand a line '
path.bind(said['path'])
path.listen(3)
abstract = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
abstract.bind(b'\0procfs\0%d\0' % os.getpid())
left, right = socket.socketpair()
said['pair'] = [os.fstat(left.fileno()).st_ino, os.fstat(right.fileno()).st_ino]
six = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
six.bind(('::1', 0))
said['port6'] = six.getsockname()[1]

if 'net' in sys.argv:
    own = os.open('/proc/self/ns/net', os.O_RDONLY)
    if libc.unshare(CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), 'unshare')
    held = os.open('/proc/self/ns/net', os.O_RDONLY)
    said['held'] = os.fstat(held).st_ino
    hidden = listener('0.0.0.0')
    said['heldPort'] = hidden.getsockname()[1]
    if libc.setns(own, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), 'setns')
    os.close(own)

for _ in range(5):
    child = os.fork()
    if child == 0:
        if 'net' in sys.argv:
            os.close(held)
            hidden.close()
        sys.stdin.read()
        os._exit(0)
    said['workers'].append(child)

print(json.dumps(said), flush=True)
sys.stdin.read()
for child in said['workers']:
    os.waitpid(child, 0)
