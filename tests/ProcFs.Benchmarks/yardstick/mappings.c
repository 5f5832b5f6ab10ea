/*
 * A process with many mappings, which sleeps.
 *
 *   mappings COUNT FILE
 *
 * Maps COUNT pages of FILE, which it makes, and gives every other page other rights, so that each is a mapping of its own. Prints "ready"
 * once that is done. Ends when its standard input does, and removes FILE.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

int main(int count, char **arguments)
{
    if (count != 3) {
        fputs("usage: mappings COUNT FILE\n", stderr);
        return 2;
    }

    long pages = atol(arguments[1]);
    long size = sysconf(_SC_PAGESIZE);
    int file = open(arguments[2], O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || ftruncate(file, pages * size) < 0)
        fail(arguments[2]);
    char *start = mmap(NULL, (size_t)(pages * size), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (start == MAP_FAILED)
        fail("mmap");
    for (long page = 0; page < pages; page += 2)
        if (mprotect(start + page * size, (size_t)size, PROT_READ) < 0)
            fail("mprotect");

    puts("ready");
    fflush(stdout);
    char byte;
    while (read(0, &byte, 1) > 0)
        ;
    unlink(arguments[2]);
    return 0;
}
