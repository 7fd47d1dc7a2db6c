/* Keeps, beside a process that writes, what of each file would be there after a power cut.
 *
 * Loaded with LD_PRELOAD. Whenever a file below $SYNCED_FROM was put on disk (fsync, fdatasync), its content is copied
 * below $SYNCED_TO; when it is renamed or deleted, so is the copy. What was written since is in the file, not in the copy.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int shadow(const char *path, char *target) {
    const char *from = getenv("SYNCED_FROM"), *to = getenv("SYNCED_TO");
    size_t length = from ? strlen(from) : 0;
    if (!from || !to || strncmp(path, from, length) != 0 || path[length] != '/') return 0;
    if (strstr(path, "/snapshots/")) return 0;
    return snprintf(target, PATH_MAX, "%s%s", to, path + length) < PATH_MAX;
}

static void make_parents(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0700);
        *slash = '/';
    }
}

static void keep(int descriptor) {
    char link[64], path[PATH_MAX], target[PATH_MAX], draft[PATH_MAX + 32];
    struct stat state;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0 || fstat(descriptor, &state) != 0 || !S_ISREG(state.st_mode)) return;
    path[length] = 0;
    if (!shadow(path, target)) return;
    make_parents(target);
    snprintf(draft, sizeof draft, "%s.%d.part", target, descriptor);
    int in = open(path, O_RDONLY | O_CLOEXEC), out = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    static __thread char piece[1 << 16];
    ssize_t got;
    while (in >= 0 && out >= 0 && (got = read(in, piece, sizeof piece)) > 0)
        if (write(out, piece, (size_t)got) != got) abort();
    if (in >= 0) close(in);
    if (out >= 0) close(out);
    int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
    real(draft, target);
}

int fsync(int descriptor) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
    int result = real(descriptor);
    if (result == 0) keep(descriptor);
    return result;
}

int fdatasync(int descriptor) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
    int result = real(descriptor);
    if (result == 0) keep(descriptor);
    return result;
}

int rename(const char *old, const char *new) {
    int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
    char from[PATH_MAX], to[PATH_MAX];
    int result = real(old, new);
    if (result == 0 && shadow(old, from) && shadow(new, to)) {
        make_parents(to);
        real(from, to);
    }
    return result;
}

int unlink(const char *path) {
    int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
    char target[PATH_MAX];
    int result = real(path);
    if (result == 0 && shadow(path, target)) real(target);
    return result;
}
