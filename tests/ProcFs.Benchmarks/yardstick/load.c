/*
 * The load that both sides are measured under: processes that hold descriptors and sleep.
 *
 *   load PROCESSES DESCRIPTORS FOLDER
 *
 * Each process holds 0, 1, 2 and DESCRIPTORS more: of ten, three are on a device, three on a file that many processes share,
 * one on a file of its own, two are ends of a pipe, one is a socket. FOLDER is where the files are made; they are removed at the end.
 * Prints "ready" once all is open. Ends, and its processes with it, when its standard input does.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SHARED_FILES = 200, NAMES = 50, PATH_SIZE = 4096 };

static const char *folder;

static int check(int result, const char *what)
{
    if (result < 0) {
        fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
        exit(1);
    }
    return result;
}

static const char *path_of(const char *kind, int number)
{
    static char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s-%d", folder, kind, number);
    return path;
}

static int open_file(const char *path)
{
    return check(open(path, O_RDWR | O_CREAT, 0600), path);
}

static void allow(int resource, rlim_t wanted)
{
    struct rlimit limit;
    getrlimit(resource, &limit);
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = wanted;
        if (limit.rlim_max < wanted)
            limit.rlim_max = wanted;
        check(setrlimit(resource, &limit), "setrlimit");
    }
}

static void hold(int process, int count)
{
    int pair[2];
    for (int i = 0; i < count; i++) {
        switch (i % 10) {
        case 3: case 4: case 5:
            open_file(path_of("shared", (process * 7 + i) % SHARED_FILES));
            break;
        case 6:
            open_file(path_of("own", process));
            break;
        case 7:
            check(pipe(pair), "pipe");
            if (++i == count)
                close(pair[1]);
            break;
        case 9:
            check(socket(AF_UNIX, SOCK_STREAM, 0), "socket");
            break;
        default:
            check(open(i % 2 ? "/dev/zero" : "/dev/null", O_RDWR), "open");
            break;
        }
    }
}

static void be_process(int process, int count, int ready)
{
    char name[16];
    snprintf(name, sizeof name, "worker-%d", process % NAMES);
    prctl(PR_SET_NAME, name);
    int null = check(open("/dev/null", O_RDWR), "/dev/null");
    dup2(null, 0);
    dup2(null, 1);
    close(null);
    hold(process, count);
    check((int)write(ready, "", 1), "write");
    close(ready);
    for (;;)
        pause();
}

int main(int count, char **arguments)
{
    if (count != 4) {
        fputs("usage: load PROCESSES DESCRIPTORS FOLDER\n", stderr);
        return 2;
    }

    int processes = atoi(arguments[1]);
    int descriptors = atoi(arguments[2]);
    folder = arguments[3];
    allow(RLIMIT_NOFILE, (rlim_t)descriptors + 64);
    allow(RLIMIT_NPROC, (rlim_t)processes + 4096);

    int ready[2];
    check(pipe(ready), "pipe");
    pid_t *children = calloc((size_t)processes, sizeof *children);
    pid_t parent = getpid();
    for (int i = 0; i < processes; i++) {
        children[i] = check(fork(), "fork");
        if (children[i] == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (getppid() != parent)
                _exit(1);
            close(ready[0]);
            be_process(i, descriptors, ready[1]);
        }
    }

    close(ready[1]);
    char byte;
    int arrived = 0;
    while (arrived < processes && read(ready[0], &byte, 1) == 1)
        arrived++;
    puts(arrived == processes ? "ready" : "incomplete");
    fflush(stdout);
    while (read(0, &byte, 1) > 0)
        ;

    for (int i = 0; i < processes; i++)
        kill(children[i], SIGKILL);
    for (int i = 0; i < processes; i++)
        waitpid(children[i], NULL, 0);
    for (int i = 0; i < SHARED_FILES; i++)
        unlink(path_of("shared", i));
    for (int i = 0; i < processes; i++)
        unlink(path_of("own", i));
    return arrived == processes ? 0 : 1;
}
