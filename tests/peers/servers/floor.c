/*
 * The floor: one thread, epoll, and a bare write() to each socket. It understands just enough WebSocket for the measuring program
 * (a fixed answer to every upgrade, text frames below 64 KB) and just enough JSON to answer. Nothing is kept on a disk, nothing
 * is queued: a socket that does not take a whole frame is closed.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MOST 20000
#define ROOM_EVERY_MS 250
#define LINE 4096

struct visitor {
    int there, open, screen, seat, ready;
    size_t have;
    unsigned char *read;
};

static struct visitor visitors[MOST];
static int last_fd;
static int seated, confirmed, with_counts;
static int64_t counts_due;

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void stamp(char out[32]) {
    struct timespec now;
    struct tm parts;
    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &parts);
    size_t n = strftime(out, 32, "%Y-%m-%dT%H:%M:%S", &parts);
    snprintf(out + n, 32 - n, ".%03ldZ", now.tv_nsec / 1000000);
}

static void leave(int fd) {
    struct visitor *one = &visitors[fd];
    if (one->open && !one->screen) seated--;
    free(one->read);
    memset(one, 0, sizeof *one);
    close(fd);
}

static void put(int fd, const unsigned char *frame, size_t length) {
    if (write(fd, frame, length) != (ssize_t)length) leave(fd);
}

/* A text frame around an envelope; its length. */
static size_t frame(unsigned char *out, const char *type, const char *trace, const char *payload) {
    char text[LINE], when[32];
    stamp(when);
    int n = snprintf(text, sizeof text, "{\"type\":\"%s\",\"timestamp\":\"%s\",\"trace_id\":\"%s\",\"payload\":%s}", type, when, trace, payload);
    size_t head = n < 126 ? 2 : 4;
    out[0] = 0x81;
    out[1] = n < 126 ? n : 126;
    if (n >= 126) {
        out[2] = n >> 8;
        out[3] = n & 255;
    }
    memcpy(out + head, text, n);
    return head + n;
}

static void to_all(int screens_only, const unsigned char *bytes, size_t length) {
    for (int fd = 0; fd <= last_fd; fd++)
        if (visitors[fd].open && (visitors[fd].screen || !screens_only)) put(fd, bytes, length);
}

static void random_trace(char out[17]) { snprintf(out, 17, "%08x%08x", (unsigned)random(), (unsigned)random()); }

static void tell_counts(void) {
    unsigned char bytes[LINE + 4];
    char payload[256], trace[17];
    random_trace(trace);
    snprintf(payload, sizeof payload, "{\"players\":%d,\"confirmed\":%d,\"online\":%d}", seated, confirmed, seated);
    to_all(0, bytes, frame(bytes, "room.update", trace, payload));
    counts_due = 0;
}

/* The text between a mark and the next quote. */
static void field(const char *text, const char *mark, char *out, size_t room) {
    const char *from = strstr(text, mark);
    const char *end = from ? strchr(from + strlen(mark), '"') : NULL;
    size_t n = end ? (size_t)(end - from) - strlen(mark) : 0;
    if (n >= room) n = room - 1;
    if (n) memcpy(out, from + strlen(mark), n);
    out[n] = 0;
}

static void hear(int fd, const char *text) {
    struct visitor *one = &visitors[fd];
    unsigned char bytes[LINE + 4];
    char payload[512], id[80], trace[80];
    int ready = strstr(text, "\"ready\":true") != NULL;
    confirmed += ready - one->ready;
    one->ready = ready;
    field(text, "\"action_id\":\"", id, sizeof id);
    field(text, "\"trace_id\":\"", trace, sizeof trace);
    snprintf(payload, sizeof payload, "{\"action_id\":\"%s\",\"action_type\":\"ready\",\"status\":\"success\",\"result\":{}}", id);
    put(fd, bytes, frame(bytes, "action.result", trace, payload));
    random_trace(trace);
    snprintf(payload, sizeof payload,
             "{\"session_id\":1,\"player\":{\"id\":%d,\"name\":\"Guest %04d\",\"avatar\":\"fox\",\"color\":10,\"status\":\"ready\","
             "\"current_level\":null,\"score\":0,\"progress\":0.0,\"confirmed\":%s,\"online\":true}}",
             one->seat, one->seat, ready ? "true" : "false");
    size_t length = frame(bytes, "player.update", trace, payload);
    put(fd, bytes, length);
    to_all(1, bytes, length);
    if (with_counts && !counts_due) counts_due = now_ms() + ROOM_EVERY_MS;
}

/* Takes the first frame off what was read; 0 if it is not whole. */
static size_t take_frame(int fd) {
    struct visitor *one = &visitors[fd];
    if (one->have < 6) return 0;
    size_t n = one->read[1] & 127, head = 2;
    if (n == 126) {
        n = one->read[2] << 8 | one->read[3];
        head = 4;
    }
    if (one->have < head + 4 + n) return 0;
    if ((one->read[0] & 15) == 1) {
        char text[LINE];
        size_t kept = n < LINE - 1 ? n : LINE - 1;
        for (size_t at = 0; at < kept; at++) text[at] = one->read[head + 4 + at] ^ one->read[head + at % 4];
        text[kept] = 0;
        hear(fd, text);
    }
    return head + 4 + n;
}

static size_t take_upgrade(int fd) {
    static const char answer[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: floor\r\n\r\n";
    struct visitor *one = &visitors[fd];
    char *head = (char *)one->read;
    head[one->have] = 0;
    char *end = strstr(head, "\r\n\r\n");
    if (!end) return 0;
    const char *seat = strstr(head, "seat=");
    one->screen = strstr(head, "role=tv") != NULL;
    one->seat = seat ? atoi(seat + 5) : 0;
    one->open = 1;
    if (!one->screen) seated++;
    put(fd, (const unsigned char *)answer, sizeof answer - 1);
    return end + 4 - head;
}

static void read_from(int fd) {
    struct visitor *one = &visitors[fd];
    if (!one->read) one->read = malloc(LINE + 1);
    ssize_t n = read(fd, one->read + one->have, LINE - one->have);
    if (n <= 0) {
        if (n == 0 || errno != EAGAIN) leave(fd);
        return;
    }
    one->have += n;
    size_t used = 1;
    while (one->there && used) {
        used = one->open ? take_frame(fd) : take_upgrade(fd);
        if (one->there) memmove(one->read, one->read + used, one->have -= used);
    }
    if (one->there && one->have == 0) {
        free(one->read);
        one->read = NULL;
    }
}

static void let_in(int epoll, int listener) {
    int on = 1, fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
    if (fd < 0) return;
    if (fd >= MOST) {
        close(fd);
        return;
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    visitors[fd].there = 1;
    if (fd > last_fd) last_fd = fd;
    struct epoll_event wish = {.events = EPOLLIN, .data.fd = fd};
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &wish);
}

int main(void) {
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    const char *counts = getenv("PEERS_COUNTS");
    with_counts = counts && counts[0] == '1';
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), epoll = epoll_create1(0);
    if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 2048)) return 1;
    getsockname(listener, (struct sockaddr *)&address, &size);
    printf("{\"port\":%d}\n", ntohs(address.sin_port));
    fflush(stdout);
    struct epoll_event wish = {.events = EPOLLIN, .data.fd = listener}, events[256];
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &wish);
    for (;;) {
        int64_t left = counts_due ? counts_due - now_ms() : -1;
        int n = epoll_wait(epoll, events, 256, counts_due && left < 0 ? 0 : (int)left);
        for (int at = 0; at < n; at++) {
            int fd = events[at].data.fd;
            if (fd == listener) let_in(epoll, listener);
            else if (visitors[fd].there) read_from(fd);
        }
        if (counts_due && now_ms() >= counts_due) tell_counts();
    }
}
