/* A disk that is slow, full or broken. Preloaded into a process, it stands between it and the files below $SNOWPARTY_SHIM_DISK_DIR:
 *  - every sync takes $SNOWPARTY_SHIM_SYNC_MS milliseconds longer;
 *  - while a file "full" lies in $SNOWPARTY_SHIM_MOOD_DIR, writes fail with ENOSPC;
 *  - while a file "broken" lies there, reads fail with EIO;
 *  - each sync of a write-ahead log (a name that ends in -wal) adds a byte to the file "syncs" there.
 * The mood is looked up at each call, so that a test changes it under a running process. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static char watched[PATH_MAX]; /* empty: the shim does nothing */
static char mood[PATH_MAX];
static long sync_ms;
static int syncs = -1;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static ssize_t (*real_read)(int, void *, size_t);
static ssize_t (*real_pread)(int, void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_pwritev)(int, const struct iovec *, int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);

static void start(void) {
    real_read = dlsym(RTLD_NEXT, "read");
    real_pread = dlsym(RTLD_NEXT, "pread64");
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_pwritev = dlsym(RTLD_NEXT, "pwritev64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    const char *folder = getenv("SNOWPARTY_SHIM_DISK_DIR"), *moods = getenv("SNOWPARTY_SHIM_MOOD_DIR");
    const char *slow = getenv("SNOWPARTY_SHIM_SYNC_MS");
    if (!folder || !moods || !realpath(folder, watched) || !realpath(moods, mood)) {
        watched[0] = '\0';
        return;
    }
    sync_ms = slow ? atol(slow) : 0;
    char path[PATH_MAX + 8];
    snprintf(path, sizeof path, "%s/syncs", mood);
    syncs = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
}

__attribute__((constructor)) static void begin(void) { pthread_once(&once, start); }

/* The file's path if it lies below the watched folder, or NULL. */
static const char *ours(int fd, char *buffer) {
    char link[64];
    if (!*watched) return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, buffer, PATH_MAX - 1);
    if (length < 0) return NULL;
    buffer[length] = '\0';
    size_t prefix = strlen(watched);
    return strncmp(buffer, watched, prefix) == 0 && buffer[prefix] == '/' ? buffer : NULL;
}

static int fails(int fd, const char *name) {
    char path[PATH_MAX + 16], buffer[PATH_MAX];
    int saved = errno;
    if (!ours(fd, buffer)) return 0;
    snprintf(path, sizeof path, "%s/%s", mood, name);
    int is = access(path, F_OK) == 0;
    errno = saved;
    return is;
}

static int refuse(int error) {
    errno = error;
    return -1;
}

static int synced(int fd, int (*real)(int)) {
    char buffer[PATH_MAX];
    const char *path = ours(fd, buffer);
    if (path) {
        struct timespec wait = {.tv_sec = sync_ms / 1000, .tv_nsec = sync_ms % 1000 * 1000000};
        nanosleep(&wait, NULL);
        size_t length = strlen(path);
        if (syncs >= 0 && length > 4 && strcmp(path + length - 4, "-wal") == 0 && real_write(syncs, "x", 1) != 1) _exit(99);
    }
    return real(fd);
}

int fsync(int fd) {
    begin();
    return synced(fd, real_fsync);
}

int fdatasync(int fd) {
    begin();
    return synced(fd, real_fdatasync);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    begin();
    return fails(fd, "full") ? refuse(ENOSPC) : real_write(fd, bytes, length);
}

ssize_t read(int fd, void *bytes, size_t length) {
    begin();
    return fails(fd, "broken") ? refuse(EIO) : real_read(fd, bytes, length);
}

#define PWRITE(NAME)                                                                                                          \
    ssize_t NAME(int fd, const void *bytes, size_t length, off_t from) {                                                      \
        begin();                                                                                                              \
        return fails(fd, "full") ? refuse(ENOSPC) : real_pwrite(fd, bytes, length, from);                                     \
    }

#define PWRITEV(NAME)                                                                                                         \
    ssize_t NAME(int fd, const struct iovec *parts, int n, off_t from) {                                                      \
        begin();                                                                                                              \
        return fails(fd, "full") ? refuse(ENOSPC) : real_pwritev(fd, parts, n, from);                                         \
    }

#define PREAD(NAME)                                                                                                           \
    ssize_t NAME(int fd, void *bytes, size_t length, off_t from) {                                                            \
        begin();                                                                                                              \
        return fails(fd, "broken") ? refuse(EIO) : real_pread(fd, bytes, length, from);                                       \
    }

/* Each comes under two names, because 64-bit offsets once were an option. */
PWRITE(pwrite)
PWRITE(pwrite64)
PWRITEV(pwritev)
PWRITEV(pwritev64)
PREAD(pread)
PREAD(pread64)
