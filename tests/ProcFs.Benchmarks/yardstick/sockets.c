/*
 * Processes that hold sockets and sleep: half of them here, half in a network namespace of their own.
 *
 *   sockets COUNT
 *
 * Makes COUNT sockets, 500 a process: of ten, two listen, four are the ends of TCP connections over loopback, and four are UDP.
 * Prints "ready" once all is open. Ends, and its processes with it, when its standard input does.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PER_PROCESS = 500, MANY = 2000 };

static int check(int result, const char *what)
{
    if (result < 0) {
        fprintf(stderr, "sockets: %s: %s\n", what, strerror(errno));
        exit(1);
    }
    return result;
}

static int bound(int type, int address, struct sockaddr_in *name)
{
    int socket_ = check(socket(AF_INET, type, 0), "socket");
    *name = (struct sockaddr_in){ .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK + (unsigned)address) };
    check(bind(socket_, (struct sockaddr *)name, sizeof *name), "bind");
    socklen_t size = sizeof *name;
    check(getsockname(socket_, (struct sockaddr *)name, &size), "getsockname");
    return socket_;
}

/* A listening socket, a connection to it and its other end. */
static int connection(int address)
{
    struct sockaddr_in name;
    int listening = bound(SOCK_STREAM, address, &name);
    check(listen(listening, 1), "listen");
    int end = check(socket(AF_INET, SOCK_STREAM, 0), "socket");
    check(connect(end, (struct sockaddr *)&name, sizeof name), "connect");
    check(accept(listening, NULL, NULL), "accept");
    return 3;
}

static void hold(int process)
{
    struct sockaddr_in name;
    for (int made = 0; made + 3 <= PER_PROCESS;) {
        if (made % 10 < 6) {
            made += connection(process);
        } else {
            bound(SOCK_DGRAM, process, &name);
            made++;
        }
    }
}

static void enter_namespace(void)
{
    check(unshare(CLONE_NEWNET), "unshare");
    int socket_ = check(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    struct ifreq request = { .ifr_flags = IFF_UP };
    strcpy(request.ifr_name, "lo");
    check(ioctl(socket_, SIOCSIFFLAGS, &request), "SIOCSIFFLAGS");
    close(socket_);
}

int main(int count, char **arguments)
{
    if (count != 2) {
        fputs("usage: sockets COUNT\n", stderr);
        return 2;
    }

    int processes = (atoi(arguments[1]) + PER_PROCESS - 1) / PER_PROCESS;
    struct rlimit limit = { MANY, MANY };
    check(setrlimit(RLIMIT_NOFILE, &limit), "setrlimit");
    int ready[2];
    check(pipe(ready), "pipe");
    pid_t *children = calloc((size_t)processes, sizeof *children);
    pid_t parent = getpid();
    for (int i = 0; i < processes; i++) {
        /* The second half is made by a process that has entered the namespace, so that it is one for all of them. */
        if (i == processes / 2)
            enter_namespace();
        children[i] = check(fork(), "fork");
        if (children[i] == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (getppid() != parent)
                _exit(1);
            prctl(PR_SET_NAME, "holder");
            hold(i + 1);
            check((int)write(ready[1], "", 1), "write");
            for (;;)
                pause();
        }
    }

    close(ready[1]);
    char byte;
    int arrived = 0;
    while (arrived < processes && read(ready[0], &byte, 1) == 1)
        arrived++;
    /* The id of a process in the other namespace. */
    printf("%s %d\n", arrived == processes ? "ready" : "incomplete", (int)children[processes - 1]);
    fflush(stdout);
    while (read(0, &byte, 1) > 0)
        ;

    for (int i = 0; i < processes; i++)
        kill(children[i], SIGKILL);
    for (int i = 0; i < processes; i++)
        waitpid(children[i], NULL, 0);
    return arrived == processes ? 0 : 1;
}
