# Puts a file, a pipe without a writer and a folder behind descriptor 20 in turn, as fast as it can. Prints its id, and ends when its standard input does.
import os
import select
import sys

folder = sys.argv[1]
os.mkfifo(folder + '/pipe')
both = os.open(folder + '/pipe', os.O_RDWR)
pipe = os.open(folder + '/pipe', os.O_RDONLY)
os.close(both)
with open(folder + '/file', 'w') as file:
    file.write('content\n')
file = os.open(folder + '/file', os.O_RDONLY)
things = [file, pipe, os.open(folder, os.O_RDONLY)]
os.dup2(file, 20)
print(os.getpid(), flush=True)
count = 0
while count % 3000 or not select.select([0], [], [], 0)[0]:
    os.dup2(things[count % 3], 20)
    count += 1
