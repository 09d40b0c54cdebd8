// SPDX-License-Identifier: GPL-3.0-or-later
//
// The API of a running manometerd, over its socket and over loopback TCP: requests a second and their times,
// batches of look-ups with health checks beside them, idle event streams, and the daemon itself at rest.
//   bench_api MANOMETERD [seconds]   each part takes so long; default: 5
// One client thread with epoll(7): on a machine with two cores, client and server have one each.
#include <QByteArray>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr int batch = 256;
constexpr int valueBytes = 2048;
constexpr int idleStreams = 50;

struct Daemon
{
    QTemporaryDir folder{QStringLiteral("/var/tmp/manometer-bench-XXXXXX")};
    QProcess process;
    QByteArray socket;
    QByteArray token;
    std::uint16_t port = 0;

    explicit Daemon(const QString &program)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
            environment.insert(QLatin1StringView(name), folder.filePath(QLatin1StringView(name)));
            QDir().mkpath(folder.filePath(QLatin1StringView(name)));
        }
        process.setProcessEnvironment(environment);
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(program, {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--max-entries"), QStringLiteral("10000")});
        QFile description(folder.filePath(QStringLiteral("XDG_RUNTIME_DIR/manometer/instance.json")));
        for (int i = 0; i < 1000 && !description.exists(); ++i)
            std::this_thread::sleep_for(10ms);
        if (!description.open(QIODevice::ReadOnly))
            qFatal("%s does not start", qPrintable(program));
        const QJsonObject instance = QJsonDocument::fromJson(description.readAll()).object();
        socket = QFile::encodeName(instance[QStringLiteral("socket")].toString());
        port = instance[QStringLiteral("url")].toString().section(u':', -1).toUShort();
        QFile file(instance[QStringLiteral("read_token_file")].toString());
        token = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    ~Daemon()
    {
        process.terminate();
        process.waitForFinished();
    }

    // Of /proc/PID: a figure of status, and the ticks of processor time.
    qint64 status(const char *name) const
    {
        QFile file(QStringLiteral("/proc/%1/status").arg(process.processId()));
        if (file.open(QIODevice::ReadOnly))
            for (const QByteArray &line : file.readAll().split('\n'))
                if (line.startsWith(name))
                    return line.mid(qsizetype(std::strlen(name)) + 1)
                        .trimmed()
                        .split(' ')
                        .front()
                        .toLongLong();
        return 0;
    }
    qint64 ticks() const
    {
        QFile file(QStringLiteral("/proc/%1/stat").arg(process.processId()));
        const QList<QByteArray> fields =
            file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QList<QByteArray>();
        return fields.value(13).toLongLong() + fields.value(14).toLongLong();
    }
    qint64 switches() const // of all threads
    {
        qint64 sum = 0;
        const QString tasks = QStringLiteral("/proc/%1/task").arg(process.processId());
        for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(tasks + u'/' + task + QStringLiteral("/status"));
            if (file.open(QIODevice::ReadOnly))
                for (const QByteArray &line : file.readAll().split('\n'))
                    if (line.startsWith("voluntary_ctxt_switches:"))
                        sum += line.mid(24).trimmed().toLongLong();
        }
        return sum;
    }
};

int connectTo(const Daemon &daemon, bool overTcp)
{
    int socket = -1;
    bool isConnected = false;
    if (overTcp) {
        socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(daemon.port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int yes = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        isConnected = ::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    } else {
        socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, daemon.socket.constData(), sizeof address.sun_path - 1);
        isConnected = ::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    if (!isConnected)
        qFatal("the daemon cannot be reached: %s", std::strerror(errno));
    return socket;
}

QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                   const Daemon &daemon, bool overTcp)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(daemon.port) +
           (overTcp ? "\r\nAuthorization: Bearer " + daemon.token : QByteArray()) +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

// One request at a time over a connection; reads no more than the response's length.
class Exchange
{
public:
    explicit Exchange(int socket)
        : m_socket(socket)
    {}
    void send(const QByteArray &text)
    {
        for (qsizetype done = 0; done < text.size();) {
            const ssize_t sent = ::send(m_socket, text.constData() + done, size_t(text.size() - done), 0);
            if (sent <= 0)
                qFatal("the daemon closed a connection");
            done += sent;
        }
        m_head.clear();
        m_left = -1;
    }
    // True when the response is whole. Blocks only if the socket does.
    bool receive()
    {
        static thread_local std::vector<char> buffer(1 << 20);
        const ssize_t size = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        if (size <= 0)
            qFatal("the daemon closed a connection");
        if (m_left >= 0)
            return (m_left -= size) == 0;
        m_head.append(buffer.data(), size);
        const qsizetype end = m_head.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        m_status = m_head.mid(9, 3).toInt();
        const qsizetype at = m_head.indexOf("Content-Length: ");
        const qsizetype length =
            at < 0 || at > end ? 0 : m_head.mid(at + 16, m_head.indexOf('\r', at) - at - 16).toLongLong();
        m_left = length - (m_head.size() - end - 4);
        return m_left == 0;
    }
    int ask(const QByteArray &text)
    {
        send(text);
        while (!receive()) {
        }
        return m_status;
    }
    int socket() const { return m_socket; }

private:
    int m_socket;
    int m_status = 0;
    QByteArray m_head;
    qint64 m_left = -1;
};

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

void load(const char *name, const Daemon &daemon, const QByteArray &target, int connections, bool overTcp,
          std::chrono::seconds time)
{
    const QByteArray text = request("GET", target, {}, daemon, overTcp);
    const int poll = ::epoll_create1(0);
    std::vector<Exchange> exchanges;
    std::vector<Clock::time_point> sent(std::size_t(connections), Clock::now());
    for (int i = 0; i < connections; ++i)
        exchanges.emplace_back(connectTo(daemon, overTcp));
    for (int i = 0; i < connections; ++i) {
        epoll_event event{.events = EPOLLIN, .data = {.u32 = std::uint32_t(i)}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, exchanges[std::size_t(i)].socket(), &event);
        exchanges[std::size_t(i)].send(text);
    }
    std::vector<double> times;
    times.reserve(1'000'000);
    const auto end = Clock::now() + time;
    while (Clock::now() < end) {
        epoll_event ready[64];
        const int count = ::epoll_wait(poll, ready, 64, 100);
        for (int i = 0; i < count; ++i) {
            const std::size_t which = ready[i].data.u32;
            if (!exchanges[which].receive())
                continue;
            const auto now = Clock::now();
            times.push_back(std::chrono::duration<double, std::milli>(now - sent[which]).count());
            sent[which] = now;
            exchanges[which].send(text);
        }
    }
    for (const Exchange &each : exchanges)
        ::close(each.socket());
    ::close(poll);
    std::printf("%s_per_s=%.0f\n%s_p50_ms=%.3f\n%s_p99_ms=%.3f\n", name,
                double(times.size()) / double(time.count()), name, percentile(times, 0.5), name,
                percentile(times, 0.99));
}

void lookUps(const Daemon &daemon, std::chrono::seconds time)
{
    const QString files = daemon.folder.filePath(QStringLiteral("files"));
    QDir().mkpath(files);
    QByteArrayList paths;
    for (int i = 0; i < batch; ++i) {
        QFile file(files + QStringLiteral("/%1").arg(i));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("%s cannot be created", qPrintable(file.fileName()));
        paths += QFile::encodeName(file.fileName());
    }
    std::this_thread::sleep_for(2100ms); // what changed a moment ago is not cached
    Exchange exchange(connectTo(daemon, false));
    const QByteArray value = "{\"v\":\"" + QByteArray(valueBytes - 8, 'v') + "\"}";
    for (const QByteArray &path : paths)
        if (exchange.ask(request("PUT", "/api/entry?path=" + path, value, daemon, false)) != 204)
            qFatal("a value is not stored");
    const QByteArray text = request("POST", "/api/entries/lookup",
                                    "{\"paths\":[\"" + paths.join("\",\"") + "\"]}", daemon, false);
    std::atomic<bool> isOver = false;
    std::vector<double> health;
    std::thread beside([&] {
        const QByteArray check = request("GET", "/healthz", {}, daemon, false);
        while (!isOver) {
            const auto start = Clock::now();
            Exchange one(connectTo(daemon, false));
            one.ask(check);
            ::close(one.socket());
            health.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
            std::this_thread::sleep_for(5ms);
        }
    });
    qint64 count = 0;
    const auto start = Clock::now();
    while (Clock::now() - start < time) {
        exchange.ask(text);
        count += batch;
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    isOver = true;
    beside.join();
    ::close(exchange.socket());
    std::printf("lookup_entries_per_s=%.0f\nhealth_beside_p99_ms=%.3f\n", double(count) / seconds,
                percentile(health, 0.99));
}

void rest(const Daemon &daemon, const char *name, std::chrono::seconds time)
{
    const qint64 ticks = daemon.ticks();
    const qint64 switches = daemon.switches();
    std::this_thread::sleep_for(time);
    std::printf("%s_cpu_percent=%.3f\n%s_switches_per_s=%.1f\n%s_rss_kib=%lld\n%s_anonymous_kib=%lld\n", name,
                100.0 * double(daemon.ticks() - ticks) / double(::sysconf(_SC_CLK_TCK)) /
                    double(time.count()),
                name, double(daemon.switches() - switches) / double(time.count()), name,
                static_cast<long long>(daemon.status("VmRSS:")), name,
                static_cast<long long>(daemon.status("RssAnon:")));
}

void streams(const Daemon &daemon, std::chrono::seconds time)
{
    std::vector<int> sockets;
    for (int i = 0; i < idleStreams; ++i) {
        Exchange stream(connectTo(daemon, false));
        stream.send(request("GET", "/api/events/stream", {}, daemon, false));
        stream.receive(); // the head
        sockets.push_back(stream.socket());
    }
    rest(daemon, "streams", time);
    for (const int socket : sockets)
        ::close(socket);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        qFatal("bench_api MANOMETERD [seconds]");
    const std::chrono::seconds time(argc > 2 ? std::atoi(argv[2]) : 5);
    const Daemon daemon(QString::fromLocal8Bit(argv[1]));
    std::this_thread::sleep_for(3s);
    rest(daemon, "idle", 10s);
    streams(daemon, 16s); // one heartbeat
    load("stats_tcp", daemon, "/api/cache/stats", 16, true, time);
    load("stats_socket", daemon, "/api/cache/stats", 16, false, time);
    load("health_tcp", daemon, "/healthz", 16, true, time);
    lookUps(daemon, time);
    return 0;
}
