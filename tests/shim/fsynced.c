/* A disk that forgets, at a power cut, whatever was not synced to it. Preloaded into a process, it keeps a second image of every
 * file below $SNOWPARTY_SHIM_DIR in $SNOWPARTY_SHIM_DURABLE_DIR, and lets a change into it only when the process syncs it. Kill
 * the process at any moment, and $SNOWPARTY_SHIM_DURABLE_DIR/files is what the disk would hold if every unsynced write was lost.
 *
 * The rules, the stricter ones where file systems differ:
 *  - Bytes and sizes of a file become durable by fsync or fdatasync of that file.
 *  - Names become durable by fsync of their folder: creating, renaming and removing a file are lost until then. A file whose name
 *    is durable and whose bytes are not comes back empty. Folders themselves are never lost.
 *  - What was there when the process started is durable.
 *  - A kill in the middle of a sync may leave a part of what was being synced, as a power cut does.
 *
 * Not noticed, because nothing here uses them: O_SYNC, sync(), io_uring, stdio, raw system calls. A file that is mapped for
 * writing is copied whole at each sync. SQLite's -shm is left out: it means nothing after a restart.
 *
 * How: durable bytes live in inodes/<number>, one file for each of the process's files whatever its name; files/ holds hard
 * links to them. For each file one range covers all that was written since its last sync: bytes in it that were not written
 * are the same in both images, so copying the whole range is exact. The process's own descriptors are not followed: each write
 * asks fstat which file it was, so duplicated descriptors need no care. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 1024

/* One file below the watched folder. */
struct file {
    dev_t device;
    ino_t number;
    int live;      /* reads the process's image; never closed, because closing would drop the process's own locks on the file */
    int durable;   /* its image in inodes/ */
    off_t from;    /* all writes since the last sync lie in [from, to) */
    off_t to;
    off_t cut;     /* the shortest it was since the last sync */
    int mapped;    /* written through memory, unseen */
};

static struct file files[MOST_FILES];
static int count;
static char watched[PATH_MAX]; /* empty: the shim does nothing */
static char durable[PATH_MAX];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwritev)(int, const struct iovec *, int, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_truncate)(const char *, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static void *(*real_mmap)(void *, size_t, int, int, int, off_t);

/* A disk that lies would make every test worthless, so any trouble of the shim's own ends the process at once. */
static void broken(const char *what) {
    fprintf(stderr, "fsynced.c: %s: %s\n", what, strerror(errno));
    _exit(99);
}

static int must(int result, const char *what) {
    if (result < 0) broken(what);
    return result;
}

/* --- Which file ------------------------------------------------------------------------------------------------------ */

static int ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* The path below the watched folder ("" for itself), or NULL if it lies elsewhere. */
static const char *below(const char *path) {
    size_t length = strlen(watched);
    if (strncmp(path, watched, length) != 0 || (path[length] != '/' && path[length] != '\0')) return NULL;
    return path[length] == '/' ? path + length + 1 : path + length;
}

static const char *path_of(int fd, char *buffer) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, buffer, PATH_MAX - 1);
    if (length < 0) return NULL;
    buffer[length] = '\0';
    return buffer;
}

/* printf into a path, which must fit. */
static void join(char *path, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(path, PATH_MAX, format, arguments);
    va_end(arguments);
    if (length >= PATH_MAX) {
        errno = ENAMETOOLONG;
        broken("a path");
    }
}

static struct file *known(const struct stat *seen) {
    for (int i = 0; i < count; i++)
        if (files[i].number == seen->st_ino && files[i].device == seen->st_dev) return &files[i];
    return NULL;
}

static struct file *file_of(int fd) {
    struct stat seen;
    return fstat(fd, &seen) == 0 && S_ISREG(seen.st_mode) ? known(&seen) : NULL;
}

static int open_live(int fd) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    return must(real_open(link, O_RDONLY | O_CLOEXEC), "open the live image");
}

static struct file *follow(int fd, const struct stat *seen) {
    if (count == MOST_FILES) {
        errno = ENFILE;
        broken("too many files");
    }
    char image[PATH_MAX];
    join(image, "%s/inodes/%lu", durable, (unsigned long)seen->st_ino);
    unlink(image); /* of an earlier process; a number is not used again while `live` holds it */
    struct file *file = &files[count++];
    *file = (struct file){.device = seen->st_dev, .number = seen->st_ino, .cut = LLONG_MAX};
    file->live = open_live(fd);
    file->durable = must(real_open(image, O_RDWR | O_CREAT | O_CLOEXEC, 0666), image);
    return file;
}

/* --- What happens to it ---------------------------------------------------------------------------------------------- */

static void written(int fd, off_t from, ssize_t length) {
    pthread_mutex_lock(&lock);
    struct file *file = length > 0 ? file_of(fd) : NULL;
    if (file) {
        int clean = file->from == file->to;
        if (clean || from < file->from) file->from = from;
        if (clean || from + length > file->to) file->to = from + length;
    }
    pthread_mutex_unlock(&lock);
}

static void cut(int fd, off_t length) {
    pthread_mutex_lock(&lock);
    struct file *file = file_of(fd);
    if (file && length < file->cut) file->cut = length;
    pthread_mutex_unlock(&lock);
}

static void copy(const struct file *file, off_t from, off_t to) {
    static char buffer[1 << 20]; /* under the lock */
    while (from < to) {
        size_t wanted = to - from < (off_t)sizeof buffer ? (size_t)(to - from) : sizeof buffer;
        ssize_t got = pread(file->live, buffer, wanted, from);
        if (got < 0) broken("read the live image");
        if (got == 0) return; /* it has become shorter meanwhile */
        if (real_pwrite(file->durable, buffer, got, from) != got) broken("write the durable image");
        from += got;
    }
}

static off_t size_of(int fd) {
    struct stat seen;
    must(fstat(fd, &seen), "size");
    return seen.st_size;
}

static void settle_bytes(struct file *file) {
    off_t size = size_of(file->live);
    if (file->cut < size_of(file->durable)) must(real_ftruncate(file->durable, file->cut), "cut the durable image");
    if (file->mapped) copy(file, 0, size);
    else copy(file, file->from, file->to < size ? file->to : size);
    if (size_of(file->durable) != size) must(real_ftruncate(file->durable, size), "size the durable image");
    file->from = file->to = 0;
    file->cut = LLONG_MAX;
}

/* Gives the durable image of `seen` the name `name`, in place of what had it before. */
static void settle_name(const struct stat *seen, const char *name) {
    char image[PATH_MAX], fresh[PATH_MAX];
    join(image, "%s/inodes/%lu", durable, (unsigned long)seen->st_ino);
    close(must(real_open(image, O_RDWR | O_CREAT | O_CLOEXEC, 0666), image));
    struct stat had, has;
    must(stat(image, &has), image);
    if (stat(name, &had) == 0 && had.st_ino == has.st_ino) return;
    join(fresh, "%s/inodes/fresh", durable);
    unlink(fresh);
    must(link(image, fresh), "link");
    must(rename(fresh, name), name);
}

static int is_a_file_to_keep(const char *path, struct stat *seen) {
    return lstat(path, seen) == 0 && S_ISREG(seen->st_mode) && !ends_with(path, "-shm");
}

static void make_folder(const char *path) {
    if (mkdir(path, 0777) < 0 && errno != EEXIST) broken(path);
}

/* Makes the durable folder hold the names that the live one holds now. */
static void settle_names(const char *folder, const char *relative) {
    char mirror[PATH_MAX], path[PATH_MAX], name[PATH_MAX];
    join(mirror, "%s/files/%s", durable, relative);
    for (char *slash = mirror + strlen(durable) + 7; (slash = strchr(slash, '/')); *slash++ = '/') {
        *slash = '\0';
        make_folder(mirror);
    }
    make_folder(mirror);

    struct stat seen;
    struct dirent *entry;
    DIR *live = opendir(folder);
    if (!live) broken(folder);
    while ((entry = readdir(live))) {
        join(path, "%s/%s", folder, entry->d_name);
        join(name, "%s/%s", mirror, entry->d_name);
        if (is_a_file_to_keep(path, &seen)) settle_name(&seen, name);
    }
    closedir(live);

    DIR *old = opendir(mirror);
    if (!old) broken(mirror);
    while ((entry = readdir(old))) {
        join(path, "%s/%s", folder, entry->d_name);
        join(name, "%s/%s", mirror, entry->d_name);
        if (lstat(name, &seen) == 0 && S_ISREG(seen.st_mode) && access(path, F_OK) < 0) must(unlink(name), name);
    }
    closedir(old);
}

/* After a sync that succeeded. */
static void settle(int fd) {
    char buffer[PATH_MAX];
    struct stat seen;
    if (fstat(fd, &seen) < 0) return;
    pthread_mutex_lock(&lock);
    struct file *file = S_ISREG(seen.st_mode) ? known(&seen) : NULL;
    if (file) settle_bytes(file);
    const char *path = S_ISDIR(seen.st_mode) ? path_of(fd, buffer) : NULL;
    if (path && below(path)) settle_names(path, below(path));
    pthread_mutex_unlock(&lock);
}

static int opened(int fd, int flags) {
    char buffer[PATH_MAX];
    struct stat seen;
    int saved = errno;
    if (fd < 0 || !*watched || fstat(fd, &seen) < 0 || !S_ISREG(seen.st_mode)) return fd;
    pthread_mutex_lock(&lock);
    const char *path = path_of(fd, buffer);
    struct file *file = path && below(path) && !ends_with(path, "-shm") ? known(&seen) : NULL;
    if (path && below(path) && !ends_with(path, "-shm") && !file) file = follow(fd, &seen);
    if (file && (flags & O_TRUNC)) file->cut = 0;
    pthread_mutex_unlock(&lock);
    errno = saved;
    return fd;
}

/* --- The start ------------------------------------------------------------------------------------------------------- */

/* What is there at the start is durable: every file is followed as if it had just been synced. */
static void adopt(const char *folder, const char *relative) {
    char path[PATH_MAX], deeper[PATH_MAX];
    struct dirent *entry;
    struct stat seen;
    DIR *live = opendir(folder);
    if (!live) broken(folder);
    while ((entry = readdir(live))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        join(path, "%s/%s", folder, entry->d_name);
        join(deeper, *relative ? "%s/%s" : "%s%s", relative, entry->d_name);
        if (is_a_file_to_keep(path, &seen)) {
            int fd = must(real_open(path, O_RDONLY | O_CLOEXEC), path);
            struct file *file = follow(fd, &seen);
            file->to = seen.st_size;
            settle_bytes(file);
            close(fd); /* nobody holds a lock yet */
        } else if (lstat(path, &seen) == 0 && S_ISDIR(seen.st_mode)) {
            adopt(path, deeper);
        }
    }
    closedir(live);
    settle_names(folder, relative);
}

static void start(void) {
    real_open = dlsym(RTLD_NEXT, "open64");
    real_openat = dlsym(RTLD_NEXT, "openat64");
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_writev = dlsym(RTLD_NEXT, "writev");
    real_pwritev = dlsym(RTLD_NEXT, "pwritev64");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_truncate = dlsym(RTLD_NEXT, "truncate64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_mmap = dlsym(RTLD_NEXT, "mmap64");
    const char *watch = getenv("SNOWPARTY_SHIM_DIR"), *keep = getenv("SNOWPARTY_SHIM_DURABLE_DIR");
    if (!watch || !keep) return;
    make_folder(keep);
    if (!realpath(watch, watched)) broken(watch);
    if (!realpath(keep, durable)) broken(keep);
    char path[PATH_MAX];
    join(path, "%s/inodes", durable);
    make_folder(path);
    join(path, "%s/files", durable);
    make_folder(path);
    adopt(watched, "");
}

__attribute__((constructor)) static void begin(void) { pthread_once(&once, start); }

/* --- What the process calls ------------------------------------------------------------------------------------------ */

static int mode_in(int flags, va_list arguments) {
    return flags & (O_CREAT | (O_TMPFILE & ~O_DIRECTORY)) ? va_arg(arguments, int) : 0;
}

#define OPEN(NAME)                                                                                                            \
    int NAME(const char *path, int flags, ...) {                                                                              \
        begin();                                                                                                              \
        va_list arguments;                                                                                                    \
        va_start(arguments, flags);                                                                                           \
        int mode = mode_in(flags, arguments);                                                                                 \
        va_end(arguments);                                                                                                    \
        return opened(real_open(path, flags, mode), flags);                                                                   \
    }

#define OPENAT(NAME)                                                                                                          \
    int NAME(int folder, const char *path, int flags, ...) {                                                                  \
        begin();                                                                                                              \
        va_list arguments;                                                                                                    \
        va_start(arguments, flags);                                                                                           \
        int mode = mode_in(flags, arguments);                                                                                 \
        va_end(arguments);                                                                                                    \
        return opened(real_openat(folder, path, flags, mode), flags);                                                         \
    }

#define CREAT(NAME)                                                                                                           \
    int NAME(const char *path, mode_t mode) {                                                                                 \
        begin();                                                                                                              \
        return opened(real_open(path, O_CREAT | O_WRONLY | O_TRUNC, mode), O_TRUNC);                                          \
    }

#define PWRITE(NAME)                                                                                                          \
    ssize_t NAME(int fd, const void *bytes, size_t length, off_t from) {                                                      \
        begin();                                                                                                              \
        ssize_t done = real_pwrite(fd, bytes, length, from);                                                                  \
        if (*watched) written(fd, from, done);                                                                                \
        return done;                                                                                                          \
    }

#define PWRITEV(NAME)                                                                                                         \
    ssize_t NAME(int fd, const struct iovec *parts, int n, off_t from) {                                                      \
        begin();                                                                                                              \
        ssize_t done = real_pwritev(fd, parts, n, from);                                                                      \
        if (*watched) written(fd, from, done);                                                                                \
        return done;                                                                                                          \
    }

#define FTRUNCATE(NAME)                                                                                                       \
    int NAME(int fd, off_t length) {                                                                                          \
        begin();                                                                                                              \
        int result = real_ftruncate(fd, length);                                                                              \
        if (*watched && result == 0) cut(fd, length);                                                                         \
        return result;                                                                                                        \
    }

#define TRUNCATE(NAME)                                                                                                        \
    int NAME(const char *path, off_t length) {                                                                                \
        begin();                                                                                                              \
        int fd = open(path, O_WRONLY | O_CLOEXEC);                                                                            \
        if (fd < 0) return fd;                                                                                                \
        int result = ftruncate(fd, length);                                                                                   \
        close(fd);                                                                                                            \
        return result;                                                                                                        \
    }

#define MMAP(NAME)                                                                                                            \
    void *NAME(void *at, size_t length, int protection, int flags, int fd, off_t from) {                                      \
        begin();                                                                                                              \
        if (*watched && fd >= 0 && (flags & MAP_SHARED) && (protection & PROT_WRITE)) {                                       \
            pthread_mutex_lock(&lock);                                                                                        \
            struct file *file = file_of(fd);                                                                                  \
            if (file) file->mapped = 1;                                                                                       \
            pthread_mutex_unlock(&lock);                                                                                      \
        }                                                                                                                     \
        return real_mmap(at, length, protection, flags, fd, from);                                                            \
    }

/* Each comes under two names, because 64-bit offsets once were an option. */
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
CREAT(creat)
CREAT(creat64)
PWRITE(pwrite)
PWRITE(pwrite64)
PWRITEV(pwritev)
PWRITEV(pwritev64)
FTRUNCATE(ftruncate)
FTRUNCATE(ftruncate64)
TRUNCATE(truncate)
TRUNCATE(truncate64)
MMAP(mmap)
MMAP(mmap64)

ssize_t write(int fd, const void *bytes, size_t length) {
    begin();
    ssize_t done = real_write(fd, bytes, length);
    if (*watched && done > 0) written(fd, lseek(fd, 0, SEEK_CUR) - done, done);
    return done;
}

ssize_t writev(int fd, const struct iovec *parts, int n) {
    begin();
    ssize_t done = real_writev(fd, parts, n);
    if (*watched && done > 0) written(fd, lseek(fd, 0, SEEK_CUR) - done, done);
    return done;
}

int fsync(int fd) {
    begin();
    int result = real_fsync(fd);
    if (*watched && result == 0) settle(fd);
    return result;
}

int fdatasync(int fd) {
    begin();
    int result = real_fdatasync(fd);
    if (*watched && result == 0) settle(fd);
    return result;
}

/* Copies inside the kernel would go unseen; refused in this way, callers fall back on reading and writing. */
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags) {
    (void)in, (void)from, (void)out, (void)to, (void)length, (void)flags;
    errno = ENOSYS;
    return -1;
}

ssize_t sendfile(int out, int in, off_t *from, size_t length) {
    (void)out, (void)in, (void)from, (void)length;
    errno = EINVAL;
    return -1;
}

ssize_t sendfile64(int out, int in, off64_t *from, size_t length) {
    (void)out, (void)in, (void)from, (void)length;
    errno = EINVAL;
    return -1;
}
