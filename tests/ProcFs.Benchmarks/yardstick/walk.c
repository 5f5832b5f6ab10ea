/*
 * The floor of any tool that reads /proc with one thread: just the system calls, the bytes thrown away.
 *
 *   walk MODE [TIMES]   does the work TIMES times and prints a line "ROWS NANOSECONDS" each
 *   walk                does the work of each MODE that comes as a line on standard input, until it ends
 *
 * MODE: fd       list every process's descriptors and read each link
 *       fd2      read the link of descriptor 2 of every process
 *       count    stat the folder of descriptors of every process
 *       kallsyms read the file to its end; a row is a line
 *       status, stat, comm, cmdline, maps: read that file of every process to its end
 *       PATH     a path below /proc: read that file to its end; a row is a line
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { BUFFER_SIZE = 64 * 1024 };

static char processes[BUFFER_SIZE];
static char entries[BUFFER_SIZE];
static char content[256 * 1024];

typedef long (*work)(int process, const char *file);

static int is_number(const char *name)
{
    return *name >= '0' && *name <= '9';
}

/* Calls visit for each entry whose name is a number, and gives the sum of what it returns. */
static long each_number(int folder, char *buffer, long (*visit)(int folder, const char *name, const void *with), const void *with)
{
    long rows = 0;
    long filled;
    while ((filled = syscall(SYS_getdents64, folder, buffer, BUFFER_SIZE)) > 0) {
        for (long at = 0; at < filled;) {
            struct dirent64 *entry = (struct dirent64 *)(buffer + at);
            at += entry->d_reclen;
            if (is_number(entry->d_name))
                rows += visit(folder, entry->d_name, with);
        }
    }
    return rows;
}

static long read_link(int folder, const char *name, const void *with)
{
    (void)with;
    return readlinkat(folder, name, content, sizeof content) > 0;
}

static long read_file(int folder, const char *name)
{
    int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return 0;
    long got;
    while ((got = read(file, content, sizeof content)) > 0)
        ;
    close(file);
    return got == 0;
}

static long count_lines(int folder, const char *name)
{
    int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
    long got, lines = 0;
    while (file >= 0 && (got = read(file, content, sizeof content)) > 0)
        for (const char *at = content; (at = memchr(at, '\n', (size_t)(content + got - at))); at++)
            lines++;
    close(file);
    return lines;
}

static long descriptors(int process, const char *file)
{
    int folder = openat(process, file, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return 0;
    long rows = each_number(folder, entries, read_link, NULL);
    close(folder);
    return rows;
}

static long standard_error(int process, const char *file)
{
    return read_link(process, file, NULL);
}

static long stat_folder(int process, const char *file)
{
    struct stat facts;
    return fstatat(process, file, &facts, 0) == 0;
}

static const struct mode {
    const char *name;
    const char *file;
    work work;
} modes[] = {
    { "fd", "fd", descriptors },
    { "fd2", "fd/2", standard_error },
    { "count", "fd", stat_folder },
    { "status", "status", read_file },
    { "stat", "stat", read_file },
    { "comm", "comm", read_file },
    { "cmdline", "cmdline", read_file },
    { "maps", "maps", read_file },
    { "kallsyms", NULL, NULL },
};

static long of_process(int proc, const char *name, const void *with)
{
    const struct mode *mode = with;
    int process = openat(proc, name, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (process < 0)
        return 0;
    long rows = mode->work(process, mode->file);
    close(process);
    return rows;
}

static long run(const struct mode *mode)
{
    int proc = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    long rows = mode->work ? each_number(proc, processes, of_process, mode) : count_lines(proc, mode->name);
    close(proc);
    return rows;
}

static void measure_mode(const struct mode *mode)
{
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    long rows = run(mode);
    clock_gettime(CLOCK_MONOTONIC, &after);
    printf("%ld %lld\n", rows, (after.tv_sec - before.tv_sec) * 1000000000LL + (after.tv_nsec - before.tv_nsec));
    fflush(stdout);
}

static int measure(const char *name)
{
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        if (strcmp(modes[i].name, name) == 0) {
            measure_mode(&modes[i]);
            return 1;
        }
    }
    if (strchr(name, '/')) {
        measure_mode(&(struct mode){ name, NULL, NULL });
        return 1;
    }
    fprintf(stderr, "walk: no mode is named \"%s\"\n", name);
    return 0;
}

int main(int count, char **arguments)
{
    if (count > 1) {
        for (int times = count > 2 ? atoi(arguments[2]) : 1; times > 0; times--)
            if (!measure(arguments[1]))
                return 2;
        return 0;
    }

    char line[64];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        if (!measure(line))
            return 2;
    }
    return 0;
}
